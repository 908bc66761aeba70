namespace Troupe.Weaving;

/// <summary>Paths and the folders above them, found again in any case. Pure.</summary>
internal sealed class FoldedNames
{
    private readonly Dictionary<string, HashSet<string>> _paths = new(StringComparer.Ordinal);

    /// <summary>The same for names that differ only in case, as file systems compare them: letter by letter.</summary>
    public static string Key(string name) => name.ToUpperInvariant();

    public void Add(string path)
    {
        AddOne(path);
        foreach (var folder in TreePaths.Ancestors(path))
        {
            AddOne(folder);
        }
    }

    /// <summary>Names that differ from this one in case, and only in case.</summary>
    public IEnumerable<string> VariantsOf(string path) =>
        _paths.TryGetValue(Key(path), out var names) ? names.Where(name => name != path) : [];

    private void AddOne(string path)
    {
        var key = Key(path);
        if (!_paths.TryGetValue(key, out var names))
        {
            _paths.Add(key, names = new HashSet<string>(StringComparer.Ordinal));
        }

        names.Add(path);
    }
}
