using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>From header lines and text to what the file asks for.</summary>
internal static class OutboxInterpretation
{
    public static OutboxEntry Of(OutboxHeaders headers, string body) =>
        headers.Has(OutboxHeader.MarkRead) ? Marks(headers, OutboxHeader.MarkRead, MailMark.Read, body)
        : headers.Has(OutboxHeader.MarkAcked) ? Marks(headers, OutboxHeader.MarkAcked, MailMark.Acked, body)
        : Mail(headers, body);

    private static OutboxEntry Mail(OutboxHeaders headers, string body)
    {
        headers.AllowOnly(OutboxHeader.OfMail);
        var mail = new OutboxEntry.Mail
        {
            To = headers.List<Address>(OutboxHeader.To, Address.TryParse),
            Cc = headers.List<Address>(OutboxHeader.Cc, Address.TryParse),
            Subject = headers.Required(OutboxHeader.Subject),
            Body = body,
            From = Author(headers),
            Id = headers.Value<RecordId?>(OutboxHeader.Id, TryParseId, null),
            Type = headers.Value<MessageType>(OutboxHeader.Type, MessageTypes.TryParse, MessageType.Note),
            Priority = headers.Value<Priority>(OutboxHeader.Priority, Priorities.TryParse, Priority.Normal),
            AckRequired = headers.Value<bool>(OutboxHeader.AckRequired, TryParseAnswer, false),
            AllowSecret = headers.Value<bool>(OutboxHeader.AllowSecret, TryParseAnswer, false),
            Tags = headers.List<string>(OutboxHeader.Tags, TryParseTag),
            DedupKey = headers.Text(OutboxHeader.DedupKey),
            InReplyTo = headers.Text(OutboxHeader.InReplyTo),
        };
        if (mail.To.Count == 0)
        {
            headers.Refuse(1, $"there is no recipient: write '{OutboxHeader.To}: lead' or another persona");
        }

        return headers.Flaw is { } flaw ? flaw : mail;
    }

    private static OutboxEntry Marks(OutboxHeaders headers, string name, MailMark mark, string body)
    {
        headers.AllowOnly([name, OutboxHeader.From]);
        var author = Author(headers);
        var messages = headers.List<string>(name, TryTake);
        if (messages.Count == 0)
        {
            headers.Refuse(2, $"'{name}' names no message");
        }

        if (!string.IsNullOrWhiteSpace(body))
        {
            headers.Refuse(3, $"a file with '{name}' has no text: write a second file for mail");
        }

        return headers.Flaw is { } flaw ? flaw : new OutboxEntry.Marks(mark, messages) { From = author };
    }

    private static PersonaId? Author(OutboxHeaders headers) => headers.Value<PersonaId?>(OutboxHeader.From, TryParsePersona, null);

    private static bool TryParsePersona(string text, out PersonaId? persona)
    {
        var valid = PersonaId.TryParse(text, out var parsed);
        persona = valid ? parsed : null;
        return valid;
    }

    private static bool TryParseId(string text, out RecordId? id)
    {
        var valid = RecordId.TryParse(text, out var parsed);
        id = valid ? parsed : null;
        return valid;
    }

    private static bool TryParseAnswer(string text, out bool answer)
    {
        answer = text == "yes";
        return text is "yes" or "no";
    }

    private static bool TryParseTag(string text, out string tag)
    {
        tag = text;
        return DraftRules.IsTag(text);
    }

    private static bool TryTake(string text, out string taken)
    {
        taken = text;
        return true;
    }
}
