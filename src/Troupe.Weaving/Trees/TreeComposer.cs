using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Sets single paths of a tree. Reads and writes only the folders above them.</summary>
internal sealed class TreeComposer(TreeStore trees)
{
    public async Task<TreeId> ApplyAsync(TreeId root, IEnumerable<PathChange> changes, CancellationToken cancellationToken)
    {
        var edit = TreeEdit.Of(changes);
        if (edit.Children.Count == 0)
        {
            return root;
        }

        return await ApplyAsync(root, edit, cancellationToken) ?? trees.Write([]);
    }

    // Null: nothing is left in the folder, and git knows no empty folders.
    private async Task<TreeId?> ApplyAsync(TreeId? folder, TreeEdit edit, CancellationToken cancellationToken)
    {
        var old = folder is { } id ? await trees.ReadAsync(id, cancellationToken) : [];
        List<TreeEntry> entries = new(old.Count + edit.Children.Count);
        Dictionary<string, TreeEntry> replaced = [];
        foreach (var entry in old)
        {
            if (edit.Children.ContainsKey(entry.Name))
            {
                replaced[entry.Name] = entry;
            }
            else
            {
                entries.Add(entry);
            }
        }

        foreach (var (name, child) in edit.Children)
        {
            TreeEntry? before = replaced.TryGetValue(name, out var found) ? found : null;
            if (await EntryAsync(name, before, child, cancellationToken) is { } entry)
            {
                Insert(entries, entry);
            }
        }

        return entries.Count == 0 ? null : trees.Write(entries);
    }

    private async Task<TreeEntry?> EntryAsync(string name, TreeEntry? before, TreeEdit edit, CancellationToken cancellationToken)
    {
        if (edit is { IsTarget: true, Leaf: { } leaf })
        {
            return new TreeEntry(leaf.Mode, name, leaf.ObjectName);
        }

        // A file that goes away may make room for a folder of its name in the same patch.
        TreeId? folder = before is { Mode.IsTree: true } tree ? TreeId.Parse(tree.ObjectName) : null;
        if (edit.Children.Count == 0)
        {
            return folder is null ? null : before;
        }

        return await ApplyAsync(folder, edit, cancellationToken) is { } id ? TreeEntry.Tree(name, id) : null;
    }

    private static void Insert(List<TreeEntry> entries, TreeEntry entry)
    {
        var at = entries.BinarySearch(entry, TreeOrder.Instance);
        entries.Insert(at < 0 ? ~at : at, entry);
    }
}
