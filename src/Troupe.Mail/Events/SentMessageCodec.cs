using System.Text.Json;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A message to and from the members of its <c>sent</c> record (docs/specs/mail.md).</summary>
internal static class SentMessageCodec
{
    public static ReadOnlyMemory<byte> Encode(Draft draft, IReadOnlyList<PersonaId> recipients, SessionId? attested, StoredBody? body)
    {
        using var payload = new PayloadWriter();
        payload.Text("from"u8, draft.From.Value);
        payload.Texts("to"u8, draft.To.Select(address => address.ToString()));
        payload.Texts("cc"u8, draft.Cc.Select(address => address.ToString()));
        payload.Texts("recipients"u8, recipients.Select(persona => persona.Value));
        payload.Text("subject"u8, draft.Subject);
        payload.Text("type"u8, draft.Type.Name());
        payload.Text("priority"u8, draft.Priority.Name());
        payload.Text("thread"u8, draft.ReplyTo?.Thread.ToString());
        payload.Text("in_reply_to"u8, draft.ReplyTo?.Id.ToString());
        payload.Number("hops"u8, draft.ReplyTo is { } parent ? parent.Hops + 1 : 0);
        payload.Flag("ack_required"u8, draft.AckRequired);
        payload.Texts("tags"u8, draft.Tags);
        payload.Texts("supersedes"u8, draft.Supersedes.Select(id => id.ToString()));
        payload.Text("attested"u8, attested?.ToString());
        payload.Text("body_blob"u8, body?.Sha256);
        payload.Number("body_bytes"u8, body?.Bytes ?? 0);
        return payload.Finish();
    }

    public static Message Decode(LogRecord record)
    {
        var json = new Utf8JsonReader(record.Json.Span);
        var fields = new SentFields();
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            fields.Take(ref json);
        }

        return new Message
        {
            Id = record.Id,
            Position = record.Position,
            Timestamp = record.Timestamp,
            From = fields.From ?? throw new JsonException("it has no sender"),
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
            StoredBody = fields.BodyBlob is { } blob ? new StoredBody(blob, fields.BodyBytes) : null,
        };
    }
}
