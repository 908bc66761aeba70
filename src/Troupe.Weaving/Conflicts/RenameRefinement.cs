using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// git calls it add/add when a file is new on both sides, even where one side or both got it by a rename. Tells these apart,
/// since the author has to do something else about them.
/// </summary>
internal sealed class RenameRefinement
{
    private readonly Dictionary<Step, (IReadOnlyList<TreeChange> Ours, IReadOnlyList<TreeChange> Theirs)> _sides = new(ReferenceEqualityComparer.Instance);

    private RenameRefinement()
    {
    }

    /// <summary>Looks up the renames of all steps that need it in one git process; mostly none does.</summary>
    public static async Task<RenameRefinement> LoadAsync(GitExecutor git, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var unclear = steps.Where(step => IsUnclear(step.Outcome)).ToList();
        var changes = await TreeDiff.CompareAsync(
            git,
            [.. unclear.SelectMany(step => new TreePair[] { new(step.Patch.Base, step.Before), new(step.Patch.Base, step.Patch.Theirs) })],
            renames: true,
            cancellationToken);
        var refinement = new RenameRefinement();
        for (var i = 0; i < unclear.Count; i++)
        {
            refinement._sides.Add(unclear[i], (changes[2 * i], changes[(2 * i) + 1]));
        }

        return refinement;
    }

    public IReadOnlyList<Conflict> Refine(Step step, IReadOnlyList<Conflict> conflicts) =>
        _sides.TryGetValue(step, out var sides)
            ? [.. conflicts.Select(conflict => conflict.Kind == ConflictKind.AddAdd ? Refine(conflict, sides.Ours, sides.Theirs) : conflict)]
            : conflicts;

    private static bool IsUnclear(MergeOutcome outcome) =>
        ConflictClassifier.Classify(outcome).Any(conflict => conflict.Kind == ConflictKind.AddAdd);

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
