using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Proving;

public sealed class AccountingTests
{
    private static readonly TreeId Tree = TreeId.Parse(new string('1', 40));

    [Fact]
    public void Strays_StepDoesWhatThePatchMeans_None() =>
        Accounting.Strays(Patch(Change("a", 1, 2)), [Change("a", 1, 2)], new PathIndex()).ShouldBeEmpty();

    [Fact]
    public void Strays_PathThatThePatchDoesNotTouch_IsAStray() =>
        Accounting.Strays(Patch(Change("a", 1, 2)), [Change("a", 1, 2), Change("b", 3, 4)], new PathIndex()).ShouldBe(["b"]);

    [Fact]
    public void Strays_OtherContentThanThePatchAloneGives_IsAStray() =>
        Accounting.Strays(Patch(Change("a", 1, 2)), [Change("a", 1, 9)], new PathIndex()).ShouldBe(["a"]);

    [Fact]
    public void Strays_OtherContentOnASharedPath_IsAMerge()
    {
        var landed = new PathIndex();
        landed.Add("a", 0);
        Accounting.Strays(Patch(Change("a", 1, 2)), [Change("a", 5, 9)], landed).ShouldBeEmpty();
    }

    [Fact]
    public void Strays_PathThatThePatchTouchesAndTheStepDoesNot_IsAStray() =>
        Accounting.Strays(Patch(Change("a", 1, 2), Change("b", 1, 2)), [Change("a", 1, 2)], new PathIndex()).ShouldBe(["b"]);

    [Fact]
    public void Explains_ChainOfRenames_IsFollowed()
    {
        var trail = new RenameTrail();
        trail.Add("a", "b");
        trail.Add("b", "c");
        trail.Add("c", "a");
        trail.Explains("c", name => name == "a").ShouldBeTrue();
        trail.Explains("c", name => name == "elsewhere").ShouldBeFalse();
    }

    private static CarriedPatch Patch(params PathChange[] changes) => new(1, Tree, Tree, Tree, changes);

    private static PathChange Change(string path, int old, int @new) => new(path, Leaf(old), Leaf(@new));

    private static TreeLeaf Leaf(int digit) => new(EntryMode.Regular, new string((char)('0' + digit), 40));
}
