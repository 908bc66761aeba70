using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>The contents of files up to a size that can be merged and shown, each read once in a weave.</summary>
internal sealed class SmallBlobs(ObjectReader reader)
{
    private const int MaxSize = 1 << 20;

    private readonly Dictionary<string, ReadOnlyMemory<byte>?> _known = new(StringComparer.Ordinal);

    /// <summary>Reads those that are not known yet, all in two turns.</summary>
    public async Task LoadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var unknown = names.Where(name => !_known.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var sizes = await reader.SizesAsync(unknown, cancellationToken);
        var small = unknown.Where((_, i) => sizes[i] <= MaxSize).ToList();
        var contents = await reader.FindAsync(small, cancellationToken);
        unknown.ForEach(name => _known[name] = null);
        for (var i = 0; i < small.Count; i++)
        {
            _known[small[i]] = contents[i]?.Content;
        }
    }

    /// <summary>Null: it is too big, is missing, or was never loaded.</summary>
    public ReadOnlyMemory<byte>? Find(string name) => _known.GetValueOrDefault(name);

    public void Add(string name, ReadOnlyMemory<byte> content) => _known[name] = content;
}
