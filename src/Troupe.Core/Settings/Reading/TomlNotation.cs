using System.Text;

namespace Troupe.Core;

/// <summary>Values as they are written in the file.</summary>
internal static class TomlNotation
{
    /// <summary>A basic string; whatever could disturb a terminal is written as an escape.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                _ when Printable.Escape(rune.ToString()) != rune.ToString() => $"\\U{rune.Value:X8}",
                _ => rune.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    public static string Array(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    public static string Inline(IReadOnlyDictionary<string, string> members) => members.Count == 0
        ? "{}"
        : $"{{ {string.Join(", ", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key} = {Quote(member.Value)}"))} }}";
}
