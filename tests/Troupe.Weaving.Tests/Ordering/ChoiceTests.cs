using CsCheck;

namespace Troupe.Weaving.Tests.Ordering;

public sealed class ChoiceTests
{
    private static readonly Gen<(int[] Weights, (int, int)[] Pairs, int[][] Joint)> Graphs =
        from count in Gen.Int[1, 11]
        from weights in Gen.Int[1, 4].Array[count]
        from pairs in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Array[0, 2 * count]
        from joint in Gen.Int[0, count - 1].HashSet[0, Math.Min(count, 4)].Array[0, 3]
        select (weights, pairs.Where(pair => pair.Item1 != pair.Item2).ToArray(), joint.Where(set => set.Count > 2).Select(set => set.ToArray()).ToArray());

    [Fact]
    public void Of_AnySmallGraph_IsAsHeavyAsTheBestOfAllSubsets() => Graphs.Sample(
        graph =>
        {
            var choice = Choice.Of(Build(graph.Weights, graph.Pairs, graph.Joint));

            choice.IsExact.ShouldBeTrue();
            var chosen = choice.Patches.Aggregate(0, (bits, patch) => bits | (1 << patch));
            Fits(chosen, graph.Pairs, graph.Joint).ShouldBeTrue();
            var best = Enumerable.Range(0, 1 << graph.Weights.Length).Where(set => Fits(set, graph.Pairs, graph.Joint)).Max(set => Weight(set, graph.Weights));
            Weight(chosen, graph.Weights).ShouldBe(best);
        },
        iter: 2000);

    [Fact]
    public void Of_EquallyGoodOnes_TakesWhoCameFirst()
    {
        var graph = Build([1, 1, 1, 1], [(0, 1), (1, 2), (2, 3)], []);

        Choice.Of(graph).Patches.Order().ShouldBe([0, 2]);
    }

    [Fact]
    public void Of_ThreeThatOnlyConflictTogether_LeavesOutOne()
    {
        var graph = Build([1, 1, 1], [], [[0, 1, 2]]);

        Choice.Of(graph).Patches.Order().ShouldBe([0, 1]);
    }

    [Fact]
    public void Of_HeavierPatch_OutweighsTwo()
    {
        var graph = Build([3, 1, 1], [(0, 1), (0, 2)], []);

        Choice.Of(graph).Patches.ShouldBe([0]);
    }

    [Fact]
    public void Of_FourThousandInPairs_TakesHalfOfThem()
    {
        const int Count = 4000;
        var graph = Build([.. Enumerable.Repeat(1, Count)], [.. Enumerable.Range(0, Count / 2).Select(i => (2 * i, (2 * i) + 1))], []);

        var choice = Choice.Of(graph);

        choice.IsExact.ShouldBeTrue();
        choice.Patches.Order().ShouldBe(Enumerable.Range(0, Count / 2).Select(i => 2 * i));
    }

    // 62 patches of which a third of the pairs collide are a real group of one day.
    [Fact]
    public void Of_DenseGroup_IsSolvedExactly()
    {
        var random = new Random(7);
        (int, int)[] pairs = [.. from one in Enumerable.Range(0, 62) from other in Enumerable.Range(0, one) where random.Next(100) < 34 select (other, one)];
        var graph = Build([.. Enumerable.Repeat(100, 62)], pairs, []);

        Choice.Of(graph).IsExact.ShouldBeTrue();
    }

    private static ConflictGraph Build(int[] weights, (int One, int Other)[] pairs, int[][] joint)
    {
        var graph = new ConflictGraph(weights);
        foreach (var (one, other) in pairs)
        {
            graph.Connect(one, other);
        }

        foreach (var set in joint)
        {
            graph.Forbid(set);
        }

        return graph;
    }

    private static bool Fits(int set, (int One, int Other)[] pairs, int[][] joint) =>
        pairs.All(pair => !Has(set, pair.One) || !Has(set, pair.Other)) && joint.All(group => !group.All(patch => Has(set, patch)));

    private static bool Has(int set, int patch) => (set & (1 << patch)) != 0;

    private static int Weight(int set, int[] weights) => weights.Where((_, patch) => Has(set, patch)).Sum();
}
