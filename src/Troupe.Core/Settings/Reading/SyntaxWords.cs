namespace Troupe.Core;

/// <summary>A mistake in the syntax of TOML, in words for whoever wrote the line: the parser speaks of tokens.</summary>
internal static class SyntaxWords
{
    /// <param name="message">What the parser says.</param>
    /// <param name="line">The line that it speaks of.</param>
    public static string Of(string message, string line)
    {
        var text = line.Trim();
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return HasOpenString(text) ? "the string is not closed."
            : text.StartsWith('[') && equals < 0 && !text.Contains(']', StringComparison.Ordinal) ? "the table's name is not closed: write [NAME]."
            : equals < 0 && text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? "a key needs a value: write KEY = VALUE."
            : equals >= 0 && text[(equals + 1)..].TrimStart() is { Length: > 0 } value && char.IsLetter(value[0]) ? "the value is no TOML: a text stands in quotes."
            : $"{Printable.Escape(message.TrimEnd('.'))}.";
    }

    // Strings of several lines are left to the parser: their ends stand elsewhere.
    private static bool HasOpenString(string line)
    {
        char? open = null;
        for (var place = 0; place < line.Length; place++)
        {
            var c = line[place];
            if (open is null && c == '#' || open is null && (line.AsSpan(place).StartsWith("\"\"\"") || line.AsSpan(place).StartsWith("'''")))
            {
                return false;
            }

            if (open == '"' && c == '\\')
            {
                place++;
            }
            else if (c is '"' or '\'' && (open is null || open == c))
            {
                open = open is null ? c : null;
            }
        }

        return open is not null;
    }
}
