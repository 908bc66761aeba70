using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A message to and from the members of its <c>sent</c> record (docs/specs/mail.md).</summary>
internal static class SentMessageCodec
{
    public static ReadOnlyMemory<byte> Encode(Draft draft, IReadOnlyList<PersonaId> recipients, SessionId? attested, StoredBody? body) =>
        new PayloadWriter()
            .Text("from"u8, draft.From.Value)
            .Texts("to"u8, draft.To.Select(address => address.ToString()))
            .Texts("cc"u8, draft.Cc.Select(address => address.ToString()))
            .Texts("recipients"u8, recipients.Select(persona => persona.Value))
            .Text("subject"u8, draft.Subject)
            .Text("type"u8, draft.Type.Name())
            .Text("priority"u8, draft.Priority.Name())
            .Text("thread"u8, draft.ReplyTo?.Thread.ToString())
            .Text("in_reply_to"u8, draft.ReplyTo?.Id.ToString())
            .Number("hops"u8, draft.ReplyTo is { } parent ? parent.Hops + 1 : 0)
            .Flag("ack_required"u8, draft.AckRequired)
            .Texts("tags"u8, draft.Tags)
            .Texts("supersedes"u8, draft.Supersedes.Select(id => id.ToString()))
            .Text("attested"u8, attested?.ToString())
            .Text("body_blob"u8, body?.Sha256)
            .Number("body_bytes"u8, body?.Bytes ?? 0)
            .Finish();

    public static Message Decode(LogRecord record)
    {
        var fields = new SentFields();
        var members = record.Members;
        while (members.MoveNext())
        {
            fields.Take(members.Name, members.Value);
        }

        return new Message
        {
            Id = record.Id,
            Position = record.Position,
            Timestamp = record.Timestamp,
            From = fields.From ?? throw new FormatException("it has no sender"),
            To = fields.To,
            Cc = fields.Cc,
            Recipients = fields.Recipients,
            Subject = fields.Subject,
            Thread = fields.Thread ?? record.Id,
            InReplyTo = fields.InReplyTo,
            Type = fields.Type,
            Priority = fields.Priority,
            AckRequired = fields.AckRequired,
            Tags = fields.Tags,
            Attachments = fields.Attachments,
            DedupKey = DeduplicationKey.Of(record.DedupKey),
            Hops = fields.Hops,
            Supersedes = fields.Supersedes,
            Attested = fields.Attested,
            Origin = fields.Origin,
            StoredBody = fields.BodyBlob is { } blob ? new StoredBody(blob, fields.BodyBytes) : null,
        };
    }
}
