using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Finds the list <c>groups</c> in front matter without a YAML reader, which would take longer than everything else that sending
/// does. It knows the ways in which people write a list of names; another way is refused, never guessed at.
/// </summary>
internal static class GroupsKey
{
    private const string Fence = "---";
    private static readonly string[] Keys = ["groups:", "\"groups\":", "'groups':"];

    /// <param name="text">The beginning of a prompt file.</param>
    /// <exception cref="FormatException">A list of another form.</exception>
    public static IReadOnlyList<string> Read(string text)
    {
        var lines = FrontMatter(text.ReplaceLineEndings("\n").Split('\n'));
        if (lines.Any(line => line.StartsWith('{')))
        {
            throw new FormatException("the front matter is no list of 'key: value' lines.");
        }

        var at = Array.FindIndex(lines, line => Array.Exists(Keys, key => line.StartsWith(key, StringComparison.Ordinal)));
        if (at < 0)
        {
            return [];
        }

        var value = WithoutComment(lines[at][(lines[at].IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var names = value.Length == 0 ? Items(lines[(at + 1)..]) : Flow(value, lines[(at + 1)..]);
        return [.. names.Select(Name)];
    }

    private static string[] FrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence) : -1;
        return end < 0 ? [] : lines[1..end];
    }

    /// <summary><c>- a</c> on lines of their own.</summary>
    private static IEnumerable<string> Items(string[] following)
    {
        foreach (var line in following.Select(WithoutComment).Where(line => line.Length > 0))
        {
            if (!line.StartsWith("- ", StringComparison.Ordinal))
            {
                break;
            }

            yield return line[2..];
        }
    }

    /// <summary><c>[a, b]</c>, on one line or several.</summary>
    private static string[] Flow(string value, string[] following)
    {
        var list = value;
        for (var next = 0; !list.EndsWith(']') && next < following.Length; next++)
        {
            list += " " + WithoutComment(following[next]);
        }

        return list is ['[', .. var inner, ']']
            ? inner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : throw new FormatException("'groups' must be a list.");
    }

    private static string WithoutComment(string line)
    {
        var text = line.Trim();
        var comment = text.StartsWith('#') ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }

    private static string Name(string item)
    {
        var trimmed = item.Trim();
        var name = trimmed is ['"', .. var quoted, '"'] ? quoted : trimmed is ['\'', .. var single, '\''] ? single : trimmed;
        return PersonaId.TryParse(name, out _)
            ? name
            : throw new FormatException($"'{Printable.Escape(trimmed)}' in 'groups' cannot name a group.");
    }
}
