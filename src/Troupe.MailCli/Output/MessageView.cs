using System.Globalization;
using System.Text;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>One whole message for people: who, to whom, when, about what, and the text, in which nothing can move the cursor.</summary>
internal static class MessageView
{
    private static readonly string Separator = "\n" + new string('─', 72) + "\n";

    public static string Render(IEnumerable<ShownMessage> messages) =>
        string.Join(Separator, messages.Select(one => Render(one.Message, one.Entry, one.Body)));

    private static string Render(Message message, MailboxEntry? entry, string body)
    {
        var text = new StringBuilder();
        Add("From", message.From + (message.Attested is { } session ? $" (attested: session {session})" : ""));
        Add("To", string.Join(", ", message.To));
        Add("Cc", string.Join(", ", message.Cc));
        Add("Date", message.SentAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Add("Imported", message.Origin is { } origin ? Account(message, origin) : "");
        Add("Subject", message.Subject);
        Add("Type", message.Type is MessageType.Note ? "" : message.Type.Name());
        Add("Priority", message.Priority is Priority.Normal ? "" : message.Priority.Name());
        Add("Tags", string.Join(", ", entry?.Tags ?? [.. message.Tags]));
        Add("Id", message.Id.ToString());
        Add("Reply to", message.InReplyTo?.ToString() ?? "");
        foreach (var attachment in message.Attachments)
        {
            Add("Attached", AttachmentOutput.Words(attachment));
        }

        Add("Replaces", string.Join(", ", message.Supersedes));
        Add("Note", entry?.SupersededBy is { } newer ? $"replaced by the newer message {newer}" : "");
        Add("Please", message.AckRequired && entry is { IsAcked: false } ? $"acknowledge it: ack {message.Id}" : "");
        text.Append('\n');
        foreach (var line in body.TrimEnd('\n').Split('\n'))
        {
            text.Append(EscapeLine(line.TrimEnd('\r'))).Append('\n');
        }

        return text.ToString().TrimEnd('\n');

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append(name.PadRight(9)).Append(Printable.Escape(value)).Append('\n');
            }
        }
    }

    /// <summary>What the source of an imported message says about it.</summary>
    private static string Account(Message message, ImportOrigin origin) =>
        $"from {origin.Format}, "
        + message.Timestamp.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
        + (origin.Sender is { } sender ? $" by {sender}" : "");

    /// <summary>A tab moves the cursor only where everybody expects it.</summary>
    private static string EscapeLine(string line) => string.Join('\t', line.Split('\t').Select(Printable.Escape));
}
