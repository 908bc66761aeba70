namespace Troupe.Interchange;

/// <summary>
/// How an mbox keeps lines of a message from looking like the beginning of the next one ("mboxrd"): a line of any number of
/// <c>&gt;</c> and <c>From </c> gets one <c>&gt;</c> more, and loses it again when it is read. Exact in both directions.
/// </summary>
internal static class MboxQuoting
{
    private static ReadOnlySpan<byte> From => "From "u8;

    /// <summary>Whether a line, which may have been quoted before, needs a quote.</summary>
    public static bool NeedsQuote(ReadOnlySpan<byte> line) => line.TrimStart((byte)'>').StartsWith(From);

    public static bool IsQuoted(ReadOnlySpan<byte> line) => line is [(byte)'>', ..] && NeedsQuote(line);

    /// <summary>Whether the line begins a message.</summary>
    public static bool IsSeparator(ReadOnlySpan<byte> line) => line.StartsWith(From);

    public static void Quote(ReadOnlySpan<byte> message, Stream into)
    {
        while (!message.IsEmpty)
        {
            var line = NextLine(ref message);
            if (NeedsQuote(line))
            {
                into.WriteByte((byte)'>');
            }

            into.Write(line);
        }
    }

    /// <summary>The next line with its line feed; what is left loses it.</summary>
    public static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..(end + 1)];
        text = text[line.Length..];
        return line;
    }
}
