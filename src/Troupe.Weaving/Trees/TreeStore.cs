using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>The trees of one weave: read once, kept, and written into its private git directory. Not safe for several threads at once.</summary>
internal sealed class TreeStore(ObjectReader reader, ObjectWriter writer)
{
    private readonly Dictionary<TreeId, IReadOnlyList<TreeEntry>> _known = [];

    /// <summary>Reads those that are not known yet, all in one turn.</summary>
    public async Task LoadAsync(IEnumerable<TreeId> ids, CancellationToken cancellationToken)
    {
        var unknown = ids.Where(id => !_known.ContainsKey(id)).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var trees = await reader.ReadTreesAsync(unknown, cancellationToken);
        for (var i = 0; i < unknown.Count; i++)
        {
            _known.Add(unknown[i], trees[i]);
        }
    }

    /// <summary>The entries of a tree, in git's order.</summary>
    public async ValueTask<IReadOnlyList<TreeEntry>> ReadAsync(TreeId id, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(id, out var entries))
        {
            await LoadAsync([id], cancellationToken);
            entries = _known[id];
        }

        return entries;
    }

    /// <returns>What the path names in a tree; null: nothing.</returns>
    public async Task<TreeEntry?> FindAsync(TreeId root, string path, CancellationToken cancellationToken)
    {
        var names = path.Split('/');
        for (var i = 0; ; i++)
        {
            var entries = await ReadAsync(root, cancellationToken);
            if (entries.Where(entry => entry.Name == names[i]).Cast<TreeEntry?>().FirstOrDefault() is not { } found)
            {
                return null;
            }

            if (i == names.Length - 1)
            {
                return found;
            }

            if (!found.Mode.IsTree)
            {
                return null;
            }

            root = TreeId.Parse(found.ObjectName);
        }
    }

    /// <param name="entries">In git's order.</param>
    public TreeId Write(IReadOnlyList<TreeEntry> entries)
    {
        var id = writer.WriteTree(entries);
        _known.TryAdd(id, entries);
        return id;
    }
}
