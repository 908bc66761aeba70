namespace Troupe.Weaving;

/// <summary>The renames that patches really made, and what they explain. Pure.</summary>
internal sealed class RenameTrail
{
    private readonly Dictionary<string, HashSet<string>> _sources = new(StringComparer.Ordinal);

    public void Add(string from, string to)
    {
        if (!_sources.TryGetValue(to, out var sources))
        {
            _sources.Add(to, sources = new HashSet<string>(StringComparer.Ordinal));
        }

        sources.Add(from);
    }

    /// <summary>Whether what happened to the path follows from what happened to a name that it had before.</summary>
    public bool Explains(string path, Func<string, bool> isKnown)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { path };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var name))
        {
            foreach (var source in _sources.GetValueOrDefault(name, []))
            {
                if (isKnown(source))
                {
                    return true;
                }

                if (seen.Add(source))
                {
                    open.Enqueue(source);
                }
            }
        }

        return false;
    }
}
