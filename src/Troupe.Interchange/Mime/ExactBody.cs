using System.Text;
using MimeKit;
using MimeKit.Encodings;
using MimeKit.IO;
using MimeKit.IO.Filters;

namespace Troupe.Interchange;

/// <summary>
/// A text as a MIME part that gives it back byte for byte, through programs that change line ends and stumble over lines with
/// <c>From </c>. Quoted-printable where its only control characters are tabs and line feeds, so that people can read the file;
/// else base64. Mail programs index <c>text/plain</c>; Markdown is plain text.
/// </summary>
internal static class ExactBody
{
    public static TextPart Write(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        // Of an empty part nobody can tell whether the line feed before the next boundary is its own; in base64 it means nothing.
        var isReadable = body.Length > 0 && !body.AsSpan().ContainsAny(Unreadable);
        var part = new TextPart("plain")
        {
            Content = isReadable
                ? new MimeContent(QuotedPrintable(bytes), ContentEncoding.QuotedPrintable)
                : new MimeContent(new MemoryStream(bytes)),
            ContentTransferEncoding = isReadable ? ContentEncoding.QuotedPrintable : ContentEncoding.Base64,
        };
        part.ContentType.Charset = "utf-8";
        return part;
    }

    /// <summary>The text of a part that <see cref="Write"/> made.</summary>
    public static string Read(TextPart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        var text = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);

        // A text with carriage returns is written as base64: those in a quoted-printable one came with the file.
        return part.ContentTransferEncoding == ContentEncoding.QuotedPrintable ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
    }

    private static System.Buffers.SearchValues<char> Unreadable { get; } = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (char)code).Where(c => c is not ('\t' or '\n')), '\x7f']);

    private static MemoryStream QuotedPrintable(byte[] bytes)
    {
        var encoded = new MemoryStream();
        using var filtered = new FilteredStream(encoded);
        filtered.Add(EncoderFilter.Create(ContentEncoding.QuotedPrintable));
        filtered.Write(bytes);
        filtered.Flush();
        return Armored(encoded.ToArray());
    }

    /// <summary>No line looks like the beginning of a message in an mbox, quoted or not: its first character is encoded.</summary>
    private static MemoryStream Armored(ReadOnlySpan<byte> encoded)
    {
        var armored = new MemoryStream(encoded.Length);
        while (!encoded.IsEmpty)
        {
            var line = MboxQuoting.NextLine(ref encoded);
            if (MboxQuoting.NeedsQuote(line))
            {
                armored.Write(Encoding.ASCII.GetBytes($"={line[0]:X2}"));
                line = line[1..];
            }

            armored.Write(line);
        }

        armored.Position = 0;
        return armored;
    }
}
