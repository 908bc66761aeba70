namespace Troupe.Weaving;

/// <summary>Counts over all patches of a weave which files they share. Pure.</summary>
internal static class SharedFiles
{
    // Two that meet are a conflict; from three on it is the file.
    private const int Many = 3;
    private const int MaxNames = 12;

    /// <param name="nameOf">The persona of a patch, or its label, by its place in the order of arrival.</param>
    public static IReadOnlyDictionary<string, SharedFile> Among(
        IReadOnlyList<Step> steps, IReadOnlyList<Loser> losers, Func<int, string> nameOf)
    {
        var wanted = losers.SelectMany(loser => loser.Conflicts).Select(conflict => conflict.Path).ToHashSet(StringComparer.Ordinal);
        var conflicts = losers.SelectMany(loser => loser.Conflicts.Select(conflict => conflict.Path).Distinct(StringComparer.Ordinal))
            .CountBy(path => path, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, SortedSet<int>> touching = new(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            foreach (var path in step.Patch.Paths.Where(wanted.Contains))
            {
                touching.TryAdd(path, []);
                touching[path].Add(step.Patch.Index);
            }
        }

        return touching.Where(file => file.Value.Count >= Many).ToDictionary(
            file => file.Key,
            file => new SharedFile(
                file.Value.Count,
                conflicts[file.Key],
                [.. file.Value.Select(nameOf).Distinct(StringComparer.Ordinal).Take(MaxNames)]),
            StringComparer.Ordinal);
    }
}
