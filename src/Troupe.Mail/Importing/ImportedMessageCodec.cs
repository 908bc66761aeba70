using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>An imported message as records: its own, then one for each mark (docs/specs/mail.md).</summary>
internal static class ImportedMessageCodec
{
    public static IEnumerable<NewRecord> Encode(ImportedMessage message, string? inline, StoredBody? stored)
    {
        yield return new NewRecord
        {
            Id = message.Id,
            Kind = MailEventKinds.Sent,
            Actor = message.From.Value,
            Payload = Payload(message, stored),
            Body = inline,
            DedupKey = message.DedupKey is { } key ? DeduplicationKey.For(message.Recipients[0], key) : null,
        };
        foreach (var state in message.States)
        {
            foreach (var mark in state.Marks(message))
            {
                yield return MailEventCodec.Encode(mark, state.Mailbox) with { Id = IdOf(mark) };
            }
        }
    }

    public static ReadOnlyMemory<byte> Payload(ImportedMessage message, StoredBody? body) => new PayloadWriter()
        .Text("from"u8, message.From.Value)
        .Texts("to"u8, message.To.Select(address => address.ToString()))
        .Texts("cc"u8, message.Cc.Select(address => address.ToString()))
        .Texts("recipients"u8, message.Recipients.Select(persona => persona.Value))
        .Text("subject"u8, message.Subject)
        .Text("type"u8, message.Type.Name())
        .Text("priority"u8, message.Priority.Name())
        .Text("thread"u8, message.Thread == message.Id ? null : message.Thread?.ToString())
        .Text("in_reply_to"u8, message.InReplyTo?.ToString())
        .Number("hops"u8, message.Hops)
        .Flag("ack_required"u8, message.AckRequired)
        .Texts("tags"u8, message.Tags)
        .Objects("attachments"u8, message.Attachments.Select(AttachmentCodec.Write))
        .Texts("supersedes"u8, message.Supersedes.Select(id => id.ToString()))
        .Text("imported_from"u8, message.Origin.Format)
        .Text("sent_at"u8, message.Origin.SentAt is { } moment ? UtcText.Write(moment) : null)
        .Text("imported_sender"u8, message.Origin.Sender)
        .Text("imported_attested"u8, message.Origin.Attested)
        .Text("body_blob"u8, body?.Sha256)
        .Number("body_bytes"u8, body?.Bytes ?? 0)
        .Finish();

    /// <summary>The same mark of the same import is the same record, however often it is repeated.</summary>
    private static RecordId IdOf(MailEvent.Marked mark) => DerivedId.Of(
        "import", mark.Message.ToString(), mark.Persona.Value, mark.Mark.Kind(), mark.Session?.ToString() ?? "", mark.Tag ?? "");
}
