using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>read</c>: whole messages, marked as read once their texts are in hand.</summary>
internal sealed class ReadTool(MailDoor door) : MailTool<MessagesArguments, ReadAnswer>(
    "read", "Read whole messages that you received or sent, with their texts, and mark them as read.", ToolEffect.Marks)
{
    protected override async Task<ReadAnswer> RunAsync(MessagesArguments arguments, CancellationToken cancellationToken)
    {
        var references = MessageWords.SomeIds(arguments.Ids);
        var (views, unread) = await door.Mailboxes.UseAsync(mailboxes => LoadAsync(references, mailboxes, cancellationToken), cancellationToken);
        var outbox = unread.Count == 0 ? null : await door.MarkAsync(MailMark.Read, unread, cancellationToken);
        return new ReadAnswer(views, outbox, door.DamagedPlaces);
    }

    private async Task<(IReadOnlyList<MailView> Views, IReadOnlyList<RecordId> Unread)> LoadAsync(
        IReadOnlyList<string> references, Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        List<MailView> views = [];
        List<RecordId> unread = [];
        foreach (var message in references.Select(reference => MessageLookup.RequireSeenBy(door.Persona, mailboxes, reference)).Distinct().ToList())
        {
            var body = await door.Office.ReadBodyAsync(message, cancellationToken);
            if (!mailboxes.Of(door.Persona).TryFind(message.Id, out var entry))
            {
                views.Add(MailView.Of(message, body));
                continue;
            }

            views.Add(MailView.Of(entry, body));
            if (!entry.IsRead)
            {
                unread.Add(message.Id);
            }
        }

        return (views, unread);
    }
}
