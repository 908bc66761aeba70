using System.Text;
using MimeKit;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>An attachment as a MIME part and back. Its bytes are never interpreted; its name is cleaned in both directions.</summary>
internal static class MimeEnclosure
{
    private const string Unknown = "application/octet-stream";
    private const int LongestMediaType = 127;

    public static MimeEntity Write(Enclosure enclosure)
    {
        var name = AttachmentName.Clean(enclosure.Name);
        var type = TypeOf(enclosure.MediaType);
        var part = new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(enclosure.Content!.Value.ToArray())),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        };
        part.ContentDisposition.Parameters.Add(Encoding.UTF8, "filename", name);
        if (type.MimeType != enclosure.MediaType)
        {
            part.Headers.Add(TroupeHeader.MediaType, ExactText.Write(enclosure.MediaType));
        }

        part.Headers.Add(TroupeHeader.Name, ExactText.Write(name));
        return part;
    }

    /// <param name="isOurs">Whether the headers of this program are believed.</param>
    /// <param name="number">Of the part, for one without a name.</param>
    public static Enclosure Read(MimeEntity entity, bool isOurs, int number)
    {
        var name = isOurs && entity.Headers[TroupeHeader.Name] is { } exact ? ExactText.Read(exact)
            : entity.ContentDisposition?.FileName ?? entity.ContentType.Name ?? Nameless(entity, number);
        var type = isOurs && entity.Headers[TroupeHeader.MediaType] is { } original ? ExactText.Read(original) : entity.ContentType.MimeType;
        return Enclosure.Of(AttachmentName.Clean(name), type.Length <= LongestMediaType ? type : Unknown, Content(entity));
    }

    private static ContentType TypeOf(string mediaType) =>
        ContentType.TryParse(mediaType, out var type) && !type.IsMimeType("message", "*") && !type.IsMimeType("multipart", "*")
            ? type
            : ContentType.Parse(Unknown);

    private static byte[] Content(MimeEntity entity)
    {
        using var content = new MemoryStream();
        if (entity is MimePart part)
        {
            part.Content?.DecodeTo(content);
        }
        else if (entity is MessagePart { Message: { } message })
        {
            message.WriteTo(content);
        }
        else
        {
            entity.WriteTo(content, contentOnly: true);
        }

        return content.ToArray();
    }

    private static string Nameless(MimeEntity entity, int number) => entity switch
    {
        MessagePart => $"message-{number}.eml",
        TextPart { IsHtml: true } => $"part-{number}.html",
        TextPart => $"part-{number}.txt",
        _ => $"part-{number}",
    };
}
