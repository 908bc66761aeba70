using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Which paths a patch may hold. Anything that could leave the checkout or reach into git's own folder is refused. Pure.</summary>
internal static class PathRules
{
    // Characters that HFS+ ignores in names: ".g\u200Cit" is ".git" there.
    private static readonly char[] Ignored =
        ['\u200C', '\u200D', '\u200E', '\u200F', '\u202A', '\u202B',
            '\u202C', '\u202D', '\u202E', '\u206A', '\u206B', '\u206C', '\u206D', '\u206E', '\u206F', '\uFEFF'];

    /// <summary>Why the path is refused, as the end of a sentence that begins with the path; null: it is fine.</summary>
    public static string? Objection(string path) => path switch
    {
        "" => "is empty",
        _ when path[0] == '/' => "is absolute",
        _ => path.Split('/').Select(ObjectionToName).Concat(ObjectionsElsewhere(path)).FirstOrDefault(objection => objection is not null),
    };

    /// <summary>A whole sentence about the first path that is refused; null: all are fine.</summary>
    public static string? FirstObjection(IEnumerable<string> paths) => paths
        .Select(path => Objection(path) is { } objection ? $"The path '{Printable.Escape(path)}' {objection}." : null)
        .FirstOrDefault(sentence => sentence is not null);

    private static string? ObjectionToName(string name) => name switch
    {
        "" => "has an empty component",
        "." or ".." => $"leads out of its folder by '{name}'",
        _ => IsGitFolder(name) ? "reaches into git's own folder" : null,
    };

    // A backslash is a letter like any other here, and separates folders on Windows.
    private static IEnumerable<string?> ObjectionsElsewhere(string path) => path.Contains('\\', StringComparison.Ordinal)
        ? path.Split('/', '\\').Where(name => name is not ("" or ".")).Select(ObjectionToName)
        : [];

    // Windows drops dots and spaces at the end, and knows the folder by its short name too.
    private static bool IsGitFolder(string name)
    {
        var plain = string.Concat(name.Split(Ignored)).TrimEnd(' ', '.');
        return plain.Equals(".git", StringComparison.OrdinalIgnoreCase) || plain.Equals("git~1", StringComparison.OrdinalIgnoreCase)
            || plain.StartsWith(".git:", StringComparison.OrdinalIgnoreCase);
    }
}
