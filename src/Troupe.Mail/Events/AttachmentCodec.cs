using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>One element of a record's <c>attachments</c>: <c>{"name", "sha256", "bytes", "media_type"}</c>.</summary>
internal static class AttachmentCodec
{
    public static ReadOnlyMemory<byte> Write(Attachment attachment) => new PayloadWriter()
        .Text("name"u8, attachment.Name)
        .Text("sha256"u8, attachment.Sha256)
        .Number("bytes"u8, attachment.Bytes)
        .Text("media_type"u8, attachment.MediaType)
        .Finish();

    public static Attachment Read(ReadOnlySpan<byte> value)
    {
        var (name, sha256, mediaType, bytes) = ("", "", "", 0L);
        var members = RecordMembers.Of(value);
        while (members.MoveNext())
        {
            switch (members.Name)
            {
                case var member when member.SequenceEqual("name"u8): name = RecordValue.Text(members.Value); break;
                case var member when member.SequenceEqual("sha256"u8): sha256 = RecordValue.Text(members.Value); break;
                case var member when member.SequenceEqual("media_type"u8): mediaType = RecordValue.Text(members.Value); break;
                case var member when member.SequenceEqual("bytes"u8): bytes = RecordValue.Number(members.Value); break;
            }
        }

        return new Attachment(name, sha256, bytes, mediaType);
    }
}
