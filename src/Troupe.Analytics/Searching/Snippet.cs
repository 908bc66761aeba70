using System.Text;
using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>The part of a body around the first hit, as one line.</summary>
internal static class Snippet
{
    private const int Before = 30;
    private const int Length = 120;

    /// <returns>Null: there is no body.</returns>
    public static string? Of(string body, SearchTerms terms)
    {
        var hit = Math.Max(terms.FirstIn(body), 0);
        var start = StartOfWord(body, Math.Max(hit - Before, 0));
        var text = OneLine(body.AsSpan(start, Math.Min(body.Length - start, 2 * Length)));
        var cut = TextCut.Start(text, Length);
        return cut.Length == 0
            ? null
            : (start > 0 ? "…" : "") + cut + (cut.Length < text.Length || start + (2 * Length) < body.Length ? "…" : "");
    }

    /// <summary>No character, and where that is near no word, is cut in two.</summary>
    private static int StartOfWord(string body, int from)
    {
        if (from > 0 && body.AsSpan(from, Before / 2).IndexOfAny(' ', '\n') is >= 0 and var space)
        {
            return from + space + 1;
        }

        return from > 0 && char.IsLowSurrogate(body[from]) ? from + 1 : from;
    }

    private static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }
}
