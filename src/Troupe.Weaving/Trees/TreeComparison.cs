using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Which paths differ between two trees. Equal folders are never opened, so that the cost follows the change.</summary>
internal sealed class TreeComparison(TreeStore trees)
{
    public async Task<IReadOnlyList<PathChange>> CompareAsync(TreeId from, TreeId to, CancellationToken cancellationToken)
    {
        List<PathChange> changes = [];
        await CompareAsync("", from, to, changes, cancellationToken);
        return changes;
    }

    private async Task CompareAsync(string prefix, TreeId? from, TreeId? to, List<PathChange> changes, CancellationToken cancellationToken)
    {
        if (from == to)
        {
            return;
        }

        var left = from is { } old ? await trees.ReadAsync(old, cancellationToken) : [];
        var right = to is { } now ? await trees.ReadAsync(now, cancellationToken) : [];
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            var order = i == left.Count ? 1 : j == right.Count ? -1 : TreeOrder.Instance.Compare(left[i], right[j]);
            TreeEntry? before = order <= 0 ? left[i++] : null;
            TreeEntry? after = order >= 0 ? right[j++] : null;
            if (before != after)
            {
                await AddAsync(prefix + (before ?? after)!.Value.Name, before, after, changes, cancellationToken);
            }
        }
    }

    // Entries that compare as equal are of one kind: both folders or neither.
    private async Task AddAsync(
        string path, TreeEntry? before, TreeEntry? after, List<PathChange> changes, CancellationToken cancellationToken)
    {
        if ((before ?? after)!.Value.Mode.IsTree)
        {
            await CompareAsync(path + "/", Folder(before), Folder(after), changes, cancellationToken);
        }
        else
        {
            changes.Add(new PathChange(path, Leaf(before), Leaf(after)));
        }
    }

    private static TreeId? Folder(TreeEntry? entry) => entry is { } folder ? TreeId.Parse(folder.ObjectName) : null;

    private static TreeLeaf? Leaf(TreeEntry? entry) => entry is { } leaf ? new TreeLeaf(leaf.Mode, leaf.ObjectName) : null;
}
