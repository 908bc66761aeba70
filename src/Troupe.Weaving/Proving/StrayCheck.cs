using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Finds out which strays no rename explains. Looks for renames only where there are strays at all, which is rare.</summary>
internal sealed class StrayCheck(GitExecutor git, TreeId tip)
{
    public async Task<IReadOnlyList<string>> UnexplainedAsync(
        IReadOnlyList<string> strays, CarriedPatch patch, IReadOnlyList<CarriedPatch> landedBefore, PathIndex landed, CancellationToken cancellationToken)
    {
        if (strays.Count == 0)
        {
            return strays;
        }

        var meant = patch.Paths.ToHashSet(StringComparer.Ordinal);
        List<TreePair> pairs = [new(patch.Base, patch.Theirs), new(patch.Base, tip)];
        pairs.AddRange(landedBefore.Select(other => new TreePair(other.Base, other.Theirs)));
        var trail = await RenameSearch.FindAsync(git, pairs, cancellationToken);
        return [.. strays.Where(path => !trail.Explains(path, source => meant.Contains(source) || landed.OwnersOf(source).Count > 0))];
    }
}
