using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>A message with its text, and its place in the reader's mailbox unless he only sent it.</summary>
internal sealed record ShownMessage(Message Message, MailboxEntry? Entry, string Body)
{
    public static async Task<IReadOnlyList<ShownMessage>> LoadAsync(
        MailDesk desk, PersonaId reader, Mailboxes mailboxes, IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        var shown = new List<ShownMessage>();
        foreach (var message in messages)
        {
            mailboxes.Of(reader).TryFind(message.Id, out var entry);
            shown.Add(new ShownMessage(message, entry, await desk.Office.ReadBodyAsync(message, cancellationToken)));
        }

        return shown;
    }

    public MessageOutput ToOutput() => Entry is null ? MessageOutput.Of(Message, unread: false, Body) : MessageOutput.Of(Entry, Body);
}
