using System.Text;

namespace Troupe.Git;

/// <summary>Paths as arguments of a git command that has to look at nothing else.</summary>
public static class Pathspecs
{
    private const string Literal = ":(top,literal)";

    // A quarter of what Linux takes as arguments at the least; beyond, git looks at everything.
    private const int MaxLength = 32 * 1024;

    /// <summary>Covers all of the paths, and more where one cannot be an argument; none: everything.</summary>
    public static IReadOnlyList<string> Around(IEnumerable<string> paths)
    {
        var specs = paths.Select(Expressible).Distinct(StringComparer.Ordinal).Select(path => Literal + path).ToList();
        return specs.Contains(Literal, StringComparer.Ordinal) || specs.Sum(spec => (long)spec.Length) > MaxLength ? [] : specs;
    }

    // Arguments are UTF-8: for a path that is not, a folder above it stands in.
    private static string Expressible(string path)
    {
        while (Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(path)) != path)
        {
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        }

        return path;
    }
}
