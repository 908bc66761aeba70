using System.Text;

namespace Troupe.Git;

/// <summary>
/// The lines of one <c>.gitattributes</c>, rewritten so that they mean the same in <c>info/attributes</c>, which stands at the root.
/// </summary>
internal static class AttributesFile
{
    private static readonly char[] Blank = [' ', '\t', '\r', '\n'];
    private const string MacroPrefix = "[attr]";

    // Git ignores longer lines, with a warning.
    private const int LongestLine = 2047;

    /// <param name="folder">The folder that the file is in: empty, or <c>a/b</c>.</param>
    /// <param name="content">The file's bytes.</param>
    public static byte[] Rebase(ReadOnlySpan<byte> folder, ReadOnlySpan<byte> content)
    {
        // Latin-1 keeps every byte as one character: patterns in any encoding pass unchanged.
        var prefix = EscapeGlob(Encoding.Latin1.GetString(folder));
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var text = Encoding.Latin1.GetString(content.StartsWith(mark) ? content[3..] : content);
        var lines = new StringBuilder(text.Length + 64);
        foreach (var line in text.Split('\n'))
        {
            if (line.Length <= LongestLine && Rebase(prefix, line.Trim(Blank)) is { } rebased)
            {
                lines.Append(rebased).Append('\n');
            }
        }

        return Encoding.Latin1.GetBytes(lines.ToString());
    }

    // Null: the line says nothing.
    private static string? Rebase(string prefix, string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        var (pattern, attributes) = Split(line);

        // A macro counts only at the root; a pattern that is negated or empty counts nowhere.
        var isMacro = pattern.StartsWith(MacroPrefix, StringComparison.Ordinal);
        if (pattern.Length == 0 || pattern[0] == '!' || (isMacro && prefix.Length > 0))
        {
            return null;
        }

        return prefix.Length == 0 ? line : Quote(Join(prefix, pattern)) + " " + attributes;
    }

    private static (string Pattern, string Attributes) Split(string line)
    {
        if (QuotedBytes.TryUnquote(Encoding.Latin1.GetBytes(line), out var unquoted, out var length))
        {
            return (Encoding.Latin1.GetString(unquoted), line[length..].TrimStart(Blank));
        }

        var end = line.IndexOfAny(Blank);
        return end < 0 ? (line, "") : (line[..end], line[end..].TrimStart(Blank));
    }

    // A pattern without a slash matches names at any depth; one with a slash is bound to its folder.
    private static string Join(string prefix, string pattern)
    {
        var bound = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        return bound ? $"{prefix}/{(pattern[0] == '/' ? pattern[1..] : pattern)}" : $"{prefix}/**/{pattern}";
    }

    private static string EscapeGlob(string folder)
    {
        var escaped = new StringBuilder(folder.Length + 4);
        foreach (var c in folder)
        {
            if (c is '*' or '?' or '[' or '\\' || (c is '!' or '#' && escaped.Length == 0))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Quote(string pattern) => Encoding.Latin1.GetString(QuotedBytes.Quote(Encoding.Latin1.GetBytes(pattern)));
}
