namespace Troupe.Weaving.Tests.Ordering;

public sealed class FoldOrderTests
{
    [Fact]
    public void Of_AllChosen_IsTheOrderOfArrival() => Order(4, [0, 1, 2, 3]).ShouldBe([0, 1, 2, 3]);

    [Fact]
    public void Of_NotChosen_ComeLast() => Order(4, [1, 3]).ShouldBe([1, 3, 0, 2]);

    [Fact]
    public void Of_ThoseThatNeedOthers_ComeAfterTheChosenOnes() => Order(4, [0, 1, 3], needsOthers: 0).ShouldBe([1, 3, 0, 2]);

    [Fact]
    public void Of_OneThatMustComeFirst_IsPutBefore() => Order(3, [0, 1, 2], before: [(2, 0)]).ShouldBe([1, 2, 0]);

    [Fact]
    public void Of_OnesThatWaitForEachOther_GoAsTheyCame() => Order(3, [0, 1, 2], before: [(1, 0), (0, 1)]).ShouldBe([2, 0, 1]);

    private static IReadOnlyList<int> Order(int count, int[] chosen, int needsOthers = -1, (int, int)[]? before = null) =>
        FoldOrder.Of(count, chosen.ToHashSet(), patch => patch == needsOthers, before ?? []);
}
