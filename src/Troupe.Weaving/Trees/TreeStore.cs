using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>The trees of one weave: read once, kept, and written into its private git directory. Not safe for several threads at once.</summary>
internal sealed class TreeStore(ObjectReader reader, ObjectWriter writer)
{
    private readonly Dictionary<TreeId, IReadOnlyList<TreeEntry>> _known = [];

    /// <summary>The entries of a tree, in git's order.</summary>
    public async ValueTask<IReadOnlyList<TreeEntry>> ReadAsync(TreeId id, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(id, out var entries))
        {
            entries = await reader.ReadTreeAsync(id, cancellationToken);
            _known.Add(id, entries);
        }

        return entries;
    }

    /// <param name="entries">In git's order.</param>
    public TreeId Write(IReadOnlyList<TreeEntry> entries)
    {
        var id = writer.WriteTree(entries);
        _known.TryAdd(id, entries);
        return id;
    }
}
