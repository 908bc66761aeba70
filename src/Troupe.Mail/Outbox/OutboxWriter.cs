using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Mail and marks as the text of an outbox file (docs/specs/outbox.md).</summary>
public static class OutboxWriter
{
    /// <param name="claimed">Who writes, where that is not the session's persona.</param>
    public static string Write(Draft draft, RecordId id, PersonaId? claimed = null)
    {
        var text = new StringBuilder("---\n");
        text.Append(OutboxHeader.Line(OutboxHeader.Id, id.ToString()));
        Add(OutboxHeader.From, claimed?.Value ?? "");
        text.Append(OutboxHeader.Line(OutboxHeader.To, string.Join(", ", draft.To)));
        Add(OutboxHeader.Cc, string.Join(", ", draft.Cc));
        text.Append(OutboxHeader.Line(OutboxHeader.Subject, draft.Subject));
        Add(OutboxHeader.Type, draft.Type is MessageType.Note ? "" : draft.Type.Name());
        Add(OutboxHeader.Priority, draft.Priority is Priority.Normal ? "" : draft.Priority.Name());
        Add(OutboxHeader.AckRequired, draft.AckRequired ? "yes" : "");
        Add(OutboxHeader.AllowSecret, draft.Secrets is SecretHandling.Allow ? "yes" : "");
        Add(OutboxHeader.Tags, string.Join(", ", draft.Tags));
        Add(OutboxHeader.DedupKey, draft.DedupKey ?? "");
        Add(OutboxHeader.InReplyTo, draft.ReplyTo?.Id.ToString() ?? "");
        return text.Append("---\n\n").Append(draft.Body).ToString();

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append(OutboxHeader.Line(name, value));
            }
        }
    }

    public static string Write(OutboxEntry.Marks marks)
    {
        var name = marks.Mark is MailMark.Acked ? OutboxHeader.MarkAcked : OutboxHeader.MarkRead;
        var from = marks.From is { } persona ? OutboxHeader.Line(OutboxHeader.From, persona.Value) : "";
        return $"---\n{from}{OutboxHeader.Line(name, string.Join(", ", marks.Messages))}---\n";
    }
}
