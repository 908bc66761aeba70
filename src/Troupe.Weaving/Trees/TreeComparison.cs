using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Which paths differ between two trees. Equal folders are never opened, so that the cost follows the change.</summary>
internal sealed class TreeComparison(TreeStore trees)
{
    public async Task<IReadOnlyList<PathChange>> CompareAsync(TreeId from, TreeId to, CancellationToken cancellationToken) =>
        (await CompareAsync([new TreePair(from, to)], cancellationToken))[0];

    /// <summary>Compares all of them, level by level, so that each level of folders is read in one turn.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<PathChange>>> CompareAsync(IReadOnlyList<TreePair> pairs, CancellationToken cancellationToken)
    {
        var changes = pairs.Select(_ => new List<PathChange>()).ToList();
        var level = pairs.Select((pair, i) => new Folders("", pair.From, pair.To, changes[i])).Where(folders => folders.Differ).ToList();
        while (level.Count > 0)
        {
            await trees.LoadAsync(level.SelectMany(folders => folders.Known), cancellationToken);
            List<Folders> below = [];
            foreach (var folders in level)
            {
                below.AddRange(await CompareAsync(folders, cancellationToken));
            }

            level = below;
        }

        // Folders were compared level by level, whereas the paths of a change stand in the order of their names.
        changes.ForEach(list => list.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path)));
        return changes;
    }

    private async Task<IReadOnlyList<Folders>> CompareAsync(Folders folders, CancellationToken cancellationToken)
    {
        var left = folders.From is { } old ? await trees.ReadAsync(old, cancellationToken) : [];
        var right = folders.To is { } now ? await trees.ReadAsync(now, cancellationToken) : [];
        List<Folders> below = [];
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            var order = i == left.Count ? 1 : j == right.Count ? -1 : TreeOrder.Instance.Compare(left[i], right[j]);
            TreeEntry? before = order <= 0 ? left[i++] : null;
            TreeEntry? after = order >= 0 ? right[j++] : null;
            if (before == after)
            {
                continue;
            }

            // Entries that compare as equal are of one kind: both folders or neither.
            var any = (before ?? after)!.Value;
            var path = folders.Prefix + any.Name;
            if (any.Mode.IsTree)
            {
                below.Add(new Folders(path + "/", Folder(before), Folder(after), folders.Changes));
            }
            else
            {
                folders.Changes.Add(new PathChange(path, Leaf(before), Leaf(after)));
            }
        }

        return below;
    }

    private static TreeId? Folder(TreeEntry? entry) => entry is { } folder ? TreeId.Parse(folder.ObjectName) : null;

    private static TreeLeaf? Leaf(TreeEntry? entry) => entry is { } leaf ? new TreeLeaf(leaf.Mode, leaf.ObjectName) : null;

    /// <summary>A folder in both trees of a pair; null: it is not there.</summary>
    private sealed record Folders(string Prefix, TreeId? From, TreeId? To, List<PathChange> Changes)
    {
        public bool Differ => From != To;

        public IEnumerable<TreeId> Known => new[] { From, To }.OfType<TreeId>();
    }
}
