using Troupe.Core;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Ordering;

public sealed class BestOrderTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20)), ("c", Snapshot.Lines(20)));

    [Fact]
    public async Task WeaveAsync_OneAgainstTwo_LandsTheTwo()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(OneAgainstTwo(scene));

        weave.Order.ShouldBe(["left", "right"]);
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Conflicted);
        weave.Head.ShouldBe(weave.Results[2].Commit);
        weave.Plan.IsExact.ShouldBeTrue();
        weave.Plan.InOtherOrder.ShouldBe(1);
        weave.Plan.Pairs.ShouldBe(2);
        weave.Plan.Conflicts.Select(conflict => (conflict.First, conflict.Second, conflict.Paths[0])).ShouldBe([("both", "left", "a"), ("both", "right", "b")]);
    }

    [Fact]
    public async Task WeaveAsync_FirstInFirstOut_LandsWhoCameFirst()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Request(OneAgainstTwo(scene)) with { Order = WeaveOrder.Fifo });

        weave.Order.ShouldBe(["both"]);
        weave.Plan.InOtherOrder.ShouldBe(2);
    }

    [Fact]
    public async Task WeaveAsync_OneThatWeighsMoreThanTwo_LandsIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var patches = OneAgainstTwo(scene);
        patches[0] = patches[0] with { Weight = 250 };
        await using var weave = await scene.WeaveAsync(patches);

        weave.Order.ShouldBe(["both"]);
    }

    [Fact]
    public async Task WeaveAsync_ThreeThatConflictOnlyTogether_LandsTwoAndSaysSo()
    {
        using var scene = await WeaveScene.CreateAsync(JointCase.Start);
        await using var weave = await scene.WeaveAsync(JointCase.Patches(scene));

        weave.Order.Count.ShouldBe(2);
        weave.Plan.Conflicts.ShouldBeEmpty();
        weave.Plan.Joint.ShouldHaveSingleItem().ShouldBe(["first", "second", "third"]);
    }

    [Fact]
    public async Task WeaveAsync_NameThatALaterPatchClearsAway_LandsAfterIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With("Readme.md", "old\n"));
        await using var weave = await scene.WeaveAsync(
            scene.Patch("writer", s => s.With("README.md", "new\n")), scene.Patch("cleaner", s => s.Without("Readme.md")));

        weave.Order.ShouldBe(["cleaner", "writer"]);
    }

    [Fact]
    public async Task WeaveAsync_NamesThatDifferInCase_OfThreeTwoLand()
    {
        // The first collides with both others, which only the fold sees.
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("both", s => s.With("NOTES.md", "all\n").With("INDEX.md", "all\n")),
            scene.Patch("left", s => s.With("Notes.md", "left\n")),
            scene.Patch("right", s => s.With("Index.md", "right\n")));

        weave.Order.ShouldBe(["left", "right"]);
    }

    [Fact]
    public async Task WeaveAsync_SameFileOfMany_IsHot()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync([.. Enumerable.Range(0, 4).Select(i => scene.Patch($"p{i}", s => s.Edited("a", "line 5\n", $"five {i}\n")))]);

        var hot = weave.Plan.HotFiles.ShouldHaveSingleItem();
        (hot.Path, hot.Conflicts).ShouldBe(("a", 6));
        hot.Patches.ShouldBe(["p0", "p1", "p2", "p3"]);
    }

    [Fact]
    public async Task WeaveAsync_NothingCollides_KeepsTheOrderOfArrival()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("one", s => s.Edited("a", "line 2\n", "two\n")),
            scene.Patch("two", s => s.Edited("a", "line 15\n", "fifteen\n")),
            scene.Patch("three", s => s.Edited("c", "line 5\n", "five\n")));

        weave.Order.ShouldBe(["one", "two", "three"]);
        weave.Plan.Conflicts.ShouldBeEmpty();
        weave.Plan.InOtherOrder.ShouldBe(3);
    }

    private static WeavePatch[] OneAgainstTwo(WeaveScene scene) =>
    [
        scene.Patch("both", s => s.Edited("a", "line 5\n", "5 of both\n").Edited("b", "line 5\n", "5 of both\n")),
        scene.Patch("left", s => s.Edited("a", "line 5\n", "5 of left\n")),
        scene.Patch("right", s => s.Edited("b", "line 5\n", "5 of right\n")),
    ];
}
