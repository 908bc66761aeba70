using Troupe.Core;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Containment;

/// <summary>Several personas often do the same thing, whole or in part: they are told so.</summary>
public sealed class SharedWorkTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(30)), ("b", Snapshot.Lines(30, "other")));

    [Fact]
    public async Task SamePatchTwice_TheSecondIsRedundantAndNamesTheFirst()
    {
        var result = await SecondAsync(Fix, Fix);
        result.Outcome.ShouldBe(PatchOutcome.Redundant);
        result.Reason.ShouldBe("It is the same change as first.");
    }

    [Fact]
    public async Task SameContentFromAnotherFork_IsTheSameChange()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("b", "other 3\n", "x\n"), scene.Base, "Later");
        var later = new WeavePatch
        {
            Label = "later", Source = new PatchSource.Change(new Patch(tip, scene.Tree(Fix(Start.Edited("b", "other 3\n", "x\n"))))),
        };
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("first", Fix), later) with { Tip = tip });
        weave.Results[1].Reason.ShouldBe("It is the same change as first.");
        weave.Results[1].Change.ShouldNotBe(weave.Results[0].Change);
    }

    [Fact]
    public async Task PatchWithAnEarlierOneInIt_LandsAndSaysSo()
    {
        var result = await SecondAsync(Fix, s => Fix(s).Edited("a", "line 20\n", "zwanzig\n"));
        result.Outcome.ShouldBe(PatchOutcome.Landed);
        result.Remark.ShouldBe("It contains first whole, and adds more in the same files.");
        (await SecondAsync(Fix, s => Fix(s).Edited("b", "other 9\n", "x\n"))).Remark.ShouldBe("It contains first whole, and adds 1 further path.");
    }

    [Fact]
    public async Task PatchWithOnlyAPartOfAnEarlierOne_SaysNothing()
    {
        var result = await SecondAsync(s => Fix(s).Edited("b", "other 9\n", "x\n"), s => Fix(s).Edited("a", "line 20\n", "zwanzig\n"));
        (result.Outcome, result.Remark).ShouldBe((PatchOutcome.Landed, null));
    }

    [Fact]
    public async Task PatchThatAnEarlierOneHolds_IsRedundantAndNamesIt()
    {
        var result = await SecondAsync(s => Fix(s).Edited("a", "line 20\n", "zwanzig\n"), Fix);
        (result.Outcome, result.Reason).ShouldBe((PatchOutcome.Redundant, "first already holds all of it."));
    }

    [Fact]
    public async Task SamePatchTwice_BothInConflict_TheSecondStillNamesTheFirst()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Request(
            scene.Patch("winner", s => s.Edited("a", "line 7\n", "sept\n")), scene.Patch("first", Fix), scene.Patch("second", Fix)) with { Order = WeaveOrder.Fifo });
        weave.Results[2].Outcome.ShouldBe(PatchOutcome.Conflicted);
        weave.Results[2].Remark.ShouldBe("It is the same change as first.");
    }

    private static Snapshot Fix(Snapshot start) => start.Edited("a", "line 7\n", "sieben\n");

    private static async Task<PatchResult> SecondAsync(Func<Snapshot, Snapshot> first, Func<Snapshot, Snapshot> second)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        return await scene.SecondAsync(first, second);
    }
}
