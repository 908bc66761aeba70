using System.Buffers;
using System.Text;
using System.Text.Json;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>Attachments in the form that the log has for them.</summary>
internal static class AttachmentJson
{
    public static string Of(IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count == 0)
        {
            return "[]";
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var attachment in attachments)
            {
                json.WriteStartObject();
                json.WriteString("name", attachment.Name);
                if (attachment.Url is { } url)
                {
                    json.WriteString("url", url);
                }
                else
                {
                    json.WriteString("sha256", attachment.Sha256);
                    json.WriteNumber("bytes", attachment.Bytes);
                    json.WriteString("media_type", attachment.MediaType);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
