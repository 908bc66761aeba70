namespace Troupe.Rehearsal.Replay;

/// <summary>A file that changes collided in.</summary>
/// <param name="Conflicts">How many attempts conflicted in it.</param>
/// <param name="Cases">In how many cases.</param>
public sealed record HotFile(string Path, int Conflicts, int Cases)
{
    private const int Shown = 20;

    /// <summary>The hottest first.</summary>
    internal static IReadOnlyList<HotFile> Of(IReadOnlyList<CaseReport> cases) =>
    [
        .. cases
            .SelectMany((one, number) => one.Conflicts.SelectMany(conflict => conflict.Paths.Distinct().Select(path => (path, number))))
            .GroupBy(hit => hit.path, StringComparer.Ordinal)
            .Select(group => new HotFile(group.Key, group.Count(), group.Select(hit => hit.number).Distinct().Count()))
            .OrderByDescending(file => file.Conflicts).ThenBy(file => file.Path, StringComparer.Ordinal)
            .Take(Shown)
    ];
}
