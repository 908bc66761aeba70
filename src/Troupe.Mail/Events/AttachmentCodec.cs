using System.Text.Json;

namespace Troupe.Mail;

/// <summary>One element of a record's <c>attachments</c>: <c>{"name", "sha256", "bytes", "media_type"}</c>.</summary>
internal static class AttachmentCodec
{
    public static Attachment Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an attachment is expected");
        }

        var (name, sha256, mediaType, bytes) = ("", "", "", 0L);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            json.Read();
            switch (member)
            {
                case "name": name = PayloadReader.Text(ref json); break;
                case "sha256": sha256 = PayloadReader.Text(ref json); break;
                case "media_type": mediaType = PayloadReader.Text(ref json); break;
                case "bytes": bytes = PayloadReader.Number(ref json); break;
                default: json.Skip(); break;
            }
        }

        return new Attachment(name, sha256, bytes, mediaType);
    }
}
