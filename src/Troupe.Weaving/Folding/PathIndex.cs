namespace Troupe.Weaving;

/// <summary>
/// Who touches which path. Two patches meet where they touch the same path, or where one touches a path that is a folder
/// above a path of the other.
/// </summary>
internal sealed class PathIndex
{
    private readonly Dictionary<string, List<int>> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _folders = new(StringComparer.Ordinal);

    public void Add(string path, int owner)
    {
        Add(_paths, path, owner);
        foreach (var folder in TreePaths.Ancestors(path))
        {
            Add(_folders, folder, owner);
        }
    }

    public void Add(IEnumerable<string> paths, int owner)
    {
        foreach (var path in paths)
        {
            Add(path, owner);
        }
    }

    /// <summary>Who touches exactly this path.</summary>
    public IReadOnlyList<int> OwnersOf(string path) => _paths.TryGetValue(path, out var owners) ? owners : [];

    public bool Meets(IEnumerable<string> paths) => paths.Any(path => Meeting(path).Any());

    /// <summary>Whoever touches a path that one of these meets, in ascending order.</summary>
    public SortedSet<int> Meeting(IEnumerable<string> paths)
    {
        SortedSet<int> owners = [];
        foreach (var path in paths)
        {
            owners.UnionWith(Meeting(path));
        }

        return owners;
    }

    /// <summary>Who touches a folder above the path as if it were a file, or has taken the path itself for a folder.</summary>
    public IEnumerable<int> AboveAndBelow(string path)
    {
        var below = _folders.TryGetValue(path, out var owners) ? owners : [];
        return below.Concat(TreePaths.Ancestors(path).SelectMany(OwnersOf));
    }

    private IEnumerable<int> Meeting(string path) => OwnersOf(path).Concat(AboveAndBelow(path));

    private static void Add(Dictionary<string, List<int>> index, string path, int owner)
    {
        if (!index.TryGetValue(path, out var owners))
        {
            index.Add(path, owners = []);
        }

        if (owners.Count == 0 || owners[^1] != owner)
        {
            owners.Add(owner);
        }
    }
}
