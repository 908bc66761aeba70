namespace Troupe.Weaving;

/// <summary>What collides with what among the patches of a weave, and what the order of the fold was chosen by.</summary>
public sealed record WeavePlan
{
    private const int MostHotFiles = 10;

    public required WeaveOrder Order { get; init; }

    /// <summary>Whether the choice is the heaviest that is possible, as far as pairs and the joint conflicts that were met decide.</summary>
    public required bool IsExact { get; init; }

    /// <summary>How many pairs of patches share a path.</summary>
    public required int Pairs { get; init; }

    public required IReadOnlyList<PlannedConflict> Conflicts { get; init; }

    /// <summary>Labels of patches that merge in pairs and not all together.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Joint { get; init; }

    /// <summary>How many patches would land in the order that was not taken, as far as is foreseen.</summary>
    public required int InOtherOrder { get; init; }

    /// <summary>Those with most conflicts first.</summary>
    public required IReadOnlyList<HotFile> HotFiles { get; init; }

    /// <param name="patches">In the order of arrival.</param>
    internal static WeavePlan Of(OrderedSteps fold, IReadOnlyList<CarriedPatch> patches, Func<int, string> labelOf, WeaveOrder order)
    {
        string Label(int place) => labelOf(patches[place].Index);
        var paths = fold.Verdicts.Conflicts.ToDictionary(conflict => (conflict.First, conflict.Second), conflict => conflict.Paths);
        return new WeavePlan
        {
            Order = order,
            IsExact = fold.IsExact,
            Pairs = fold.Verdicts.Met,
            Conflicts = [.. fold.Graph.Pairs.Select(pair => new PlannedConflict(Label(pair.First), Label(pair.Second), paths.GetValueOrDefault(pair, [])))],
            Joint = [.. fold.Graph.Joint.Select(set => (IReadOnlyList<string>)[.. set.Select(Label)])],
            InOtherOrder = fold.InOtherOrder,
            HotFiles = HotFilesOf(fold.Verdicts.Conflicts, Label),
        };
    }

    private static IReadOnlyList<HotFile> HotFilesOf(IReadOnlyList<PairConflict> conflicts, Func<int, string> label) =>
    [
        .. conflicts.SelectMany(conflict => conflict.Paths.Select(path => (path, conflict)))
            .GroupBy(item => item.path, item => item.conflict, StringComparer.Ordinal)
            .Where(file => file.Skip(1).Any())
            .Select(file => new HotFile(
                file.Key, file.Count(), [.. file.SelectMany(conflict => new[] { conflict.First, conflict.Second }).Distinct().Order().Select(label)]))
            .OrderByDescending(file => file.Conflicts).ThenBy(file => file.Path, StringComparer.Ordinal)
            .Take(MostHotFiles),
    ];
}
