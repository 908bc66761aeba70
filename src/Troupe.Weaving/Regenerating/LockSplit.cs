using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Takes out of each patch the lock files that it made by a command and that another change meets, so that they keep nothing from landing.
/// A lock file that only one patch changes stays in it, and so does one that a patch made by hand, which no command could make again.
/// </summary>
internal sealed class LockSplit(LockRules rules, TreeStore trees, TreeComparison comparison, TreeComposer composer, Carrier carrier)
{
    /// <param name="without">Numbers of rules that do not count.</param>
    /// <returns>The patches, and what was taken out of them.</returns>
    public async Task<(IReadOnlyList<CarriedPatch> Patches, IReadOnlyList<LockChange> Aside)> SplitAsync(
        TreeId tip, IReadOnlyList<CarriedPatch> patches, IReadOnlySet<int> without, CancellationToken cancellationToken)
    {
        var made = await comparison.CompareAsync([.. patches.Select(patch => new TreePair(patch.Base, patch.Theirs))], cancellationToken);
        await rules.LoadAsync(made.SelectMany(changes => changes).Select(change => change.Path), cancellationToken);
        List<CarriedPatch> rest = [];
        List<LockChange> aside = [];
        var makers = made.SelectMany(changes => changes.Select(change => change.Path)).CountBy(path => path).ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < patches.Count; i++)
        {
            List<LockChange> met = [];
            foreach (var change in Made(patches[i], made[i]).Where(change => !without.Contains(change.Rule)))
            {
                if (makers[change.Path] > 1 || await LeafAsync(tip, change.Path, cancellationToken) != change.Old)
                {
                    met.Add(change);
                }
            }

            var others = met.Count == 0 ? null : await WithoutAsync(tip, patches[i], met, cancellationToken);
            rest.Add(others ?? patches[i]);
            aside.AddRange(others is null ? [] : met);
        }

        return (rest, aside);
    }

    /// <summary>What a path holds in a tree; null: no file.</summary>
    public async Task<TreeLeaf?> LeafAsync(TreeId tree, string path, CancellationToken cancellationToken) =>
        await trees.FindAsync(tree, path, cancellationToken) is { Mode.IsTree: false } entry ? new TreeLeaf(entry.Mode, entry.ObjectName) : null;

    private IEnumerable<LockChange> Made(CarriedPatch patch, IReadOnlyList<PathChange> changes) =>
        from change in changes
        let rule = rules.Of(change.Path)
        where rule is not null && change is { Old: null or { Mode.IsFile: true }, New: { Mode.IsFile: true } }
            && changes.Any(other => rules.IsInput(rule.Value, other.Path))
        select new LockChange(patch.Index, change.Path, rule.Value, change.Old, change.New!.Value);

    // Null: the tip has all the rest of it already, so that the lock file is all that the patch is about.
    private async Task<CarriedPatch?> WithoutAsync(TreeId tip, CarriedPatch patch, List<LockChange> aside, CancellationToken cancellationToken)
    {
        var theirs = await composer.ApplyAsync(
            patch.Theirs, aside.Select(change => new PathChange(change.Path, change.New, change.Old)), cancellationToken);
        var outcome = (await carrier.CarryAsync([new Carry(patch.Base, tip, theirs)], cancellationToken))[0];
        var onTip = await comparison.CompareAsync(tip, outcome.Tree, cancellationToken);
        if (outcome.IsClean)
        {
            return onTip.Count == 0 ? null : new CarriedPatch(patch.Index, patch.Base, theirs, outcome.Tree, onTip);
        }

        return new CarriedPatch(patch.Index, patch.Base, theirs, null, await comparison.CompareAsync(patch.Base, theirs, cancellationToken))
        {
            Followed = [.. onTip.Select(change => change.Path)],
        };
    }
}
