using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// The contents of files up to a size that can be merged and shown, each read once in a weave. Together they take no more than a
/// budget: what it has no room for is as if it were too big, and left to git.
/// </summary>
internal sealed class SmallBlobs(ObjectReader reader, long budget = SmallBlobs.Budget)
{
    public const long Budget = 256L << 20;

    private const int MaxSize = 1 << 20;

    private readonly Dictionary<string, ReadOnlyMemory<byte>?> _known = new(StringComparer.Ordinal);
    private long _free = budget;

    /// <summary>Whether something was left out that would have been small enough by itself.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Reads those that are not known yet, all in two turns.</summary>
    public async Task LoadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var unknown = names.Where(name => !_known.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var sizes = await reader.SizesAsync(unknown, cancellationToken);
        var small = unknown.Where((_, i) => sizes[i] is { } size and <= MaxSize && TryTake(size)).ToList();
        var contents = await reader.FindAsync(small, cancellationToken);
        unknown.ForEach(name => _known[name] = null);
        for (var i = 0; i < small.Count; i++)
        {
            _known[small[i]] = contents[i]?.Content;
        }
    }

    /// <summary>Null: it is too big, is missing, was never loaded, or there was no room for it.</summary>
    public ReadOnlyMemory<byte>? Find(string name) => _known.GetValueOrDefault(name);

    /// <summary>Keeps it for later, if there is room.</summary>
    public void Add(string name, ReadOnlyMemory<byte> content)
    {
        if (_known.GetValueOrDefault(name) is null)
        {
            _known[name] = TryTake(content.Length) ? content : null;
        }
    }

    private bool TryTake(long size)
    {
        if (size > _free)
        {
            IsFull = true;
            return false;
        }

        _free -= size;
        return true;
    }
}
