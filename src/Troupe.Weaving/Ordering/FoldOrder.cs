namespace Troupe.Weaving;

/// <summary>
/// The order in which patches are tried: those that are to land, as they came, except that some must come before others; then those that do
/// not merge with the tip alone, which may build on another patch; then all others, for the fold may be kinder than the graph. Pure.
/// </summary>
internal static class FoldOrder
{
    /// <param name="patches">In the order of arrival.</param>
    public static IReadOnlyList<CarriedPatch> Of(IReadOnlyList<CarriedPatch> patches, ConflictGraph graph, Choice choice) =>
        [.. Of(patches.Count, choice.Patches, place => !patches[place].MergesWithTip, graph.Before).Select(place => patches[place])];

    /// <param name="chosen">The patches that are to land, or whose place is where they came.</param>
    /// <param name="needsOthers">Those that cannot land on the tip alone.</param>
    public static IReadOnlyList<int> Of(int count, IReadOnlySet<int> chosen, Func<int, bool> needsOthers, IReadOnlyCollection<(int First, int Second)> before)
    {
        var rest = Enumerable.Range(0, count).Where(patch => !chosen.Contains(patch) || needsOthers(patch)).ToList();
        return
        [
            .. Sorted([.. Enumerable.Range(0, count).Except(rest)], before),
            .. rest.Where(needsOthers),
            .. rest.Where(patch => !needsOthers(patch)),
        ];
    }

    // As they came, as far as everyone's predecessors are before him; where they wait for one another, the earliest goes first.
    private static IEnumerable<int> Sorted(IReadOnlyList<int> patches, IReadOnlyCollection<(int First, int Second)> before)
    {
        var waiting = new SortedSet<int>(patches);
        var predecessors = before.Where(pair => waiting.Contains(pair.First) && waiting.Contains(pair.Second))
            .ToLookup(pair => pair.Second, pair => pair.First);
        while (waiting.Count > 0)
        {
            // Nearly always the first one: only few patches have predecessors at all.
            var next = waiting.FirstOrDefault(patch => !predecessors[patch].Any(waiting.Contains), waiting.Min);
            waiting.Remove(next);
            yield return next;
        }
    }
}
