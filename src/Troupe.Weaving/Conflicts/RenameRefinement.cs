using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// git calls it add/add when a file is new on both sides, even where one side or both got it by a rename. Tells these apart,
/// since the author has to do something else about them.
/// </summary>
internal static class RenameRefinement
{
    public static async Task<IReadOnlyList<Conflict>> RefineAsync(
        GitExecutor git, Step step, IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken)
    {
        if (!conflicts.Any(conflict => conflict.Kind == ConflictKind.AddAdd))
        {
            return conflicts;
        }

        var sides = await TreeDiff.CompareAsync(
            git, [new(step.Patch.Base, step.Before), new(step.Patch.Base, step.Patch.Theirs)], renames: true, cancellationToken);
        return [.. conflicts.Select(conflict => conflict.Kind == ConflictKind.AddAdd ? Refine(conflict, sides[0], sides[1]) : conflict)];
    }

    private static Conflict Refine(Conflict conflict, IReadOnlyList<TreeChange> ours, IReadOnlyList<TreeChange> theirs)
    {
        var sources = new[] { Source(conflict, ours), Source(conflict, theirs) }.OfType<string>().ToList();
        return sources.Count == 0 ? conflict : conflict with
        {
            Kind = sources.Count == 2 ? ConflictKind.RenameRename : ConflictKind.RenameAdd,
            OtherPaths = [.. conflict.OtherPaths.Concat(sources).Distinct(StringComparer.Ordinal)],
        };
    }

    private static string? Source(Conflict conflict, IReadOnlyList<TreeChange> changes) =>
        changes.FirstOrDefault(change => change.OldPath is not null && change.Path == conflict.Path)?.OldPath;
}
