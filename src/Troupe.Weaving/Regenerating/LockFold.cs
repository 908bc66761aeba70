using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Folds patches without the lock files that meet, then has these made anew from what landed. Where a command fails, its rule does not
/// count and all is folded again: its lock files then collide or merge like any other file, and nothing else is lost.
/// </summary>
internal sealed class LockFold(LockRules rules, LockSplit split, TreeComposer composer, LockMaker maker)
{
    /// <param name="fold">Folds patches in the order that is asked for.</param>
    public async Task<LockedFold> RunAsync(
        TreeId tip, IReadOnlyList<CarriedPatch> patches, Func<IReadOnlyList<CarriedPatch>, Task<OrderedSteps>> fold, CancellationToken cancellationToken)
    {
        if (rules.Count == 0)
        {
            return LockedFold.Without(await fold(patches), tip);
        }

        HashSet<int> failed = [];
        List<LockFile> failures = [];
        while (true)
        {
            var (rest, aside) = await split.SplitAsync(tip, patches, failed, cancellationToken);
            var steps = await fold(rest);
            var made = await FinishAsync(tip, steps, aside, cancellationToken);
            if (made.Files.All(file => file.State != LockFileState.Failed))
            {
                return made with { Files = [.. made.Files, .. failures] };
            }

            failures.AddRange(made.Files.Where(file => file.State == LockFileState.Failed));
            failed.UnionWith(failures.Select(file => rules.Of(file.Path)!.Value));
        }
    }

    private async Task<LockedFold> FinishAsync(TreeId tip, OrderedSteps fold, IReadOnlyList<LockChange> aside, CancellationToken cancellationToken)
    {
        var plain = LockedFold.Without(fold, tip);
        if (aside.Count == 0)
        {
            return plain;
        }

        Dictionary<string, TreeLeaf?> folded = new(StringComparer.Ordinal);
        foreach (var path in aside.Select(change => change.Path).Distinct(StringComparer.Ordinal))
        {
            folded.Add(path, await split.LeafAsync(plain.Tree, path, cancellationToken));
        }

        var overlay = LockOverlay.Of(fold.Steps, aside, folded);
        List<TreeId> trees = [];
        for (var i = 0; i < fold.Steps.Count; i++)
        {
            trees.Add(await composer.ApplyAsync(plain.Trees[i], overlay.At(i), cancellationToken));
        }

        var last = trees.Count > 0 ? trees[^1] : tip;
        var (tree, files) = await maker.MakeAsync(last, overlay.Stale, cancellationToken);
        return new LockedFold(fold, trees, tree, aside, files);
    }
}
