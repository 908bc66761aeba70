using System.Globalization;
using System.Text;

namespace Troupe.Core;

/// <summary>Text from outside, made safe to print: nothing in it can move the cursor, colour the screen or reorder the line.</summary>
public static class Printable
{
    /// <summary>Control, format (bidi, zero-width), surrogate and line-separator characters become <c>\u{XXXX}</c>.</summary>
    public static string Escape(string? text)
    {
        // Nearly all text is plain ASCII, and lists escape thousands of pieces of it.
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            || (text.EnumerateRunes().All(IsSafe) && !HasLoneSurrogate(text)))
        {
            return text ?? "";
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(IsSafe(rune) ? rune.ToString() : $"\\u{{{rune.Value:X4}}}");
        }

        return safe.ToString();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    /// <summary>Whether a character may go to a terminal as it is.</summary>
    public static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
