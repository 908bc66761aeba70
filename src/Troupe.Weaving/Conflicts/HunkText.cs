namespace Troupe.Weaving;

/// <summary>The lines of a hunk, cut to a length that one can read. Pure.</summary>
internal static class HunkText
{
    private const int MaxLines = 60;
    private const int MaxLength = 6000;

    /// <summary>The last line of a text that was cut.</summary>
    public const string Cut = "…\n";

    /// <summary>How many hunks of one file are worth reading.</summary>
    public const int MaxHunks = 20;

    /// <returns>With a line break at the end; and whether something was left out.</returns>
    public static (string Text, bool IsCut) Of(ReadOnlySpan<string> lines)
    {
        var text = string.Concat(lines);
        text = text.Length == 0 || text[^1] == '\n' ? text : text + "\n";
        var end = 0;
        for (var line = 0; line < MaxLines && end < text.Length && end < MaxLength; line++)
        {
            end = text.IndexOf('\n', end) + 1;
        }

        return end < text.Length ? (text[..Math.Min(end, MaxLength)] + Cut, true) : (text, false);
    }
}
