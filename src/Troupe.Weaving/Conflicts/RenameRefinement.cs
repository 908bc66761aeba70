using Troupe.Core;
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
    public static async Task<RenameRefinement> LoadAsync(
        GitExecutor git, TreeComparison comparison, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var unclear = await WithDeletionsAsync(comparison, [.. steps.Where(step => IsUnclear(step.Outcome))], cancellationToken);
        var changes = await TreeDiff.CompareAsync(git, [.. unclear.SelectMany(Sides)], renames: true, cancellationToken);
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

    // Where no side lacks a file, no side has renamed one.
    private static async Task<IReadOnlyList<Step>> WithDeletionsAsync(
        TreeComparison comparison, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var changes = await comparison.CompareAsync([.. steps.SelectMany(Sides)], cancellationToken);
        return [.. steps.Where((_, i) => changes[2 * i].Concat(changes[(2 * i) + 1]).Any(change => change.New is null))];
    }

    private static TreePair[] Sides(Step step) => [new(step.Patch.Base, step.Before), new(step.Patch.Base, step.Patch.Theirs)];

    private static bool IsUnclear(MergeOutcome outcome) =>
        ConflictClassifier.Classify(outcome).Any(conflict => conflict.Kind == ConflictKind.AddAdd);

    private static Conflict Refine(Conflict conflict, IReadOnlyList<TreeChange> ours, IReadOnlyList<TreeChange> theirs)
    {
        var (mine, other) = (Source(conflict, ours), Source(conflict, theirs));
        var sources = new[] { mine?.OldPath, other?.OldPath }.OfType<string>().ToList();
        return sources.Count == 0 ? conflict : conflict with
        {
            Kind = sources.Count == 2 ? ConflictKind.RenameRename : ConflictKind.RenameAdd,
            OtherPaths = [.. conflict.OtherPaths.Concat(sources).Distinct(StringComparer.Ordinal)],
            RenamedByPatchFrom = other?.OldPath,
            Base = mine is null && other is { OldObject: { } old, OldMode: { } mode }
                ? new ConflictSide(other.OldPath!, mode.ToString(), BlobId.Parse(old))
                : conflict.Base,
        };
    }

    private static TreeChange? Source(Conflict conflict, IReadOnlyList<TreeChange> changes) =>
        changes.FirstOrDefault(change => change.OldPath is not null && change.Path == conflict.Path);
}
