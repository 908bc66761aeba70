namespace Troupe.Weaving;

/// <summary>Paths as trees have them: components joined by <c>/</c>.</summary>
internal static class TreePaths
{
    /// <summary>The folders above a path, from the nearest up.</summary>
    public static IEnumerable<string> Ancestors(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
