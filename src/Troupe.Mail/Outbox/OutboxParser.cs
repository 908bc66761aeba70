using System.Text;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Reads an outbox file (docs/specs/outbox.md). Strict: what it does not know it refuses with the line, so that nothing a
/// session wanted to say is lost without a word.
/// </summary>
public static class OutboxParser
{
    public const int LargestFile = DraftRules.LongestBody + 64 * 1024;
    private const string Fence = "---";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static OutboxEntry Parse(ReadOnlySpan<byte> content)
    {
        if (content.Length > LargestFile)
        {
            return new OutboxEntry.Flaw(1, $"the file is longer than {LargestFile} bytes");
        }

        try
        {
            return Parse(StrictUtf8.GetString(content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content));
        }
        catch (DecoderFallbackException)
        {
            return new OutboxEntry.Flaw(1, "the file is not UTF-8");
        }
    }

    private static OutboxEntry Parse(string text)
    {
        var start = 0;
        if (NextLine(text, ref start) != Fence)
        {
            return new OutboxEntry.Flaw(1, $"the first line must be '{Fence}', then 'to:' and 'subject:' lines, then '{Fence}' and the text");
        }

        var headers = new OutboxHeaders();
        for (var number = 2; NextLine(text, ref start) is { } line; number++)
        {
            if (line == Fence)
            {
                return headers.Flaw ?? OutboxInterpretation.Of(headers, BodyFrom(text, start));
            }

            headers.Take(line, number);
        }

        return headers.Flaw ?? new OutboxEntry.Flaw(headers.Count + 2, $"the header has no closing '{Fence}' line");
    }

    /// <summary>The line that begins at <paramref name="start"/>, without its end; null after the last.</summary>
    private static string? NextLine(string text, ref int start)
    {
        if (start >= text.Length)
        {
            return null;
        }

        var end = text.IndexOf('\n', start);
        var line = text[start..(end < 0 ? text.Length : end)];
        start = end < 0 ? text.Length : end + 1;
        return line.TrimEnd('\r');
    }

    /// <summary>Everything after the header but the one blank line that sets it off.</summary>
    private static string BodyFrom(string text, int start)
    {
        var afterBlank = start;
        return NextLine(text, ref afterBlank) is "" ? text[afterBlank..] : text[start..];
    }
}
