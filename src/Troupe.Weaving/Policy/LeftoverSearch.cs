using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Finds what tools have left in patches: rejected hunks, copies and diffs. In a folder of the tip that holds files of such an ending
/// already, or that the patch moves from elsewhere, they are content like any other.
/// </summary>
internal sealed class LeftoverSearch(TreeStore trees, TreeId tip)
{
    public async Task<IReadOnlyList<string>> FindAsync(CarriedPatch patch, CancellationToken cancellationToken)
    {
        List<string> found = [];
        foreach (var change in patch.Changes)
        {
            if (change is { Old: null, New: not null } && RefusedPaths.LeftoverEnding(change.Path) is { } ending
                && !patch.Changes.Any(other => other.New is null && RefusedPaths.LeftoverEnding(other.Path) == ending)
                && !await HasAsync(TreePaths.Ancestors(change.Path).FirstOrDefault(""), ending, cancellationToken))
            {
                found.Add(change.Path);
            }
        }

        return found;
    }

    private async Task<bool> HasAsync(string folder, string ending, CancellationToken cancellationToken)
    {
        var tree = tip;
        foreach (var name in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var entries = await trees.ReadAsync(tree, cancellationToken);
            if (entries.FirstOrDefault(entry => entry.Name == name) is not { Mode.IsTree: true } found)
            {
                return false;
            }

            tree = TreeId.Parse(found.ObjectName);
        }

        return (await trees.ReadAsync(tree, cancellationToken)).Any(entry => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
