using System.Text;
using Troupe.Core;

namespace Troupe.Personas;

/// <summary>
/// Text by others as a block that it cannot end: the fence is longer than any run of backticks in it, and
/// characters that hide or reorder text are written out.
/// </summary>
internal static class Quotation
{
    private const int ShortestFence = 3;

    /// <param name="heading">Lines of ours above the text, inside the fence.</param>
    /// <param name="text">What is quoted.</param>
    public static string Of(IEnumerable<string> heading, string text)
    {
        var lines = new StringBuilder();
        foreach (var line in heading.Select(Printable.Escape).Append("").Concat(Lines(text)).SkipWhile(line => line.Length == 0))
        {
            lines.Append(line).Append('\n');
        }

        var fence = new string('`', Math.Max(ShortestFence, LongestRun(lines.ToString()) + 1));
        return $"{fence}text\n{lines}{fence}\n";
    }

    /// <summary>As much of the text as fits, whole lines where there are any, and whether that is all of it.</summary>
    public static (string Text, bool Whole) Fit(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return (text, true);
        }

        var cut = text.LastIndexOf('\n', Math.Max(limit - 1, 0));
        if (cut < limit / 2)
        {
            cut = limit > 0 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        }

        return (text[..cut], false);
    }

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(SafeLine);

    private static string SafeLine(string line) => string.Join('\t', line.Split('\t').Select(Printable.Escape));

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
