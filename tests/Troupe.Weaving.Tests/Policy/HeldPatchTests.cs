using Troupe.Core;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Policy;

public sealed class HeldPatchTests
{
    private static readonly Snapshot Start = Snapshot.Of(
        ("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")), (".github/ci.yml", Snapshot.Lines(9, "step")));

    [Fact]
    public async Task WeaveAsync_PolicyAndAChangeOfTheJudge_HoldsItAndFoldsTheOthers()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var honest = scene.Patch("honest", s => s.Edited("a", "line 3\n", "drei\n"));
        await using var weave = await scene.WeaveAsync(Held(scene,
            scene.Patch("sly", s => s.Edited("a", "line 3\n", "trois\n").Edited(".github/ci.yml", "step 3\n", "")), honest));

        weave.Order.ShouldBe(["honest"]);
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Held);
        weave.Results[0].Paths.ShouldBe([".github/ci.yml", "a"]);
        weave.Results[0].Reason.ShouldNotBeNull().ShouldContain("'.github/ci.yml'");
        weave.Results[0].Change.ShouldNotBeNull();
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 3\n", "drei\n")));
    }

    [Fact]
    public async Task WeaveAsync_NoPolicy_LandsIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Patch("free", s => s.Without(".github/ci.yml")));
        weave.Order.ShouldBe(["free"]);
    }

    [Fact]
    public async Task WeaveAsync_PolicyAndRenames_CountsBothSides()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(Held(scene,
            scene.Patch("out", s => s.Renamed(".github/ci.yml", "ci.yml")),
            scene.Patch("in", s => s.Renamed("a", ".github/a"))));
        weave.Results.ShouldAllBe(result => result.Outcome == PatchOutcome.Held);
    }

    [Fact]
    public async Task WeaveAsync_PolicyAndTheOwnJournal_LandsIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(Held(scene,
            scene.Patch("writer", s => s.With(".team/personas/writer/journals/one.md", "x\n")),
            scene.Patch("forger", s => s.With(".team/personas/writer/journals/two.md", "y\n"))));
        weave.Results.Select(result => result.Outcome).ShouldBe([PatchOutcome.Landed, PatchOutcome.Malformed]);
    }

    [Fact]
    public async Task WeaveAsync_PolicyAndAFileThatTheTipMovedUnderTheJudge_HoldsEvenWhatAnotherPatchMakesMerge()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var moved = Start.Renamed("a", ".github/a").Edited("b", "other 3\n", "moved on\n");
        var tip = scene.Commit(moved, scene.Base, "Move");
        var reverter = new WeavePatch { Label = "reverter", Source = new PatchSource.Change(new Patch(tip, scene.Tree(moved.Edited("b", "moved on\n", "other 3\n")))) };
        var late = scene.Patch("late", s => s.Edited("a", "line 9\n", "neun\n").Edited("b", "other 3\n", "drei\n"));

        await using var free = await scene.WeaveAsync(scene.Request(reverter, late) with { Tip = tip });
        free.Order.ShouldBe(["reverter", "late"]);
        await using var weave = await scene.WeaveAsync(Held(scene, reverter, late) with { Tip = tip });
        weave.Order.ShouldBe(["reverter"]);
        weave.Results[1].Outcome.ShouldBe(PatchOutcome.Held);
    }

    private static WeaveRequest Held(WeaveScene scene, params WeavePatch[] patches) => scene.Request(patches) with { Policy = true };
}
