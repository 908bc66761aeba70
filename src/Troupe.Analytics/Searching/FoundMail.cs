using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>
/// A part of the mailboxes: some messages and all that became of them, folded by the room of mail itself. The only place where a
/// search rests on how mailboxes are kept.
/// </summary>
internal sealed class FoundMail
{
    private readonly Mailboxes _mailboxes = new();
    private readonly Dictionary<Position, LogRecord> _records = [];

    /// <param name="records">In the order of the log.</param>
    public FoundMail(IEnumerable<LogRecord> records)
    {
        foreach (var record in records)
        {
            _mailboxes.Evolve(record);
            _records.TryAdd(record.Position, record);
        }
    }

    /// <summary>Records that make no sense: one sentence each.</summary>
    public IEnumerable<string> Unreadable => _mailboxes.Unreadable.Select(record => record.Reason);

    /// <summary>The message whose record stands there; null: it makes no sense, or repeats the id of another one.</summary>
    public (Message Message, LogRecord Record)? Find(Position at) =>
        _records.TryGetValue(at, out var record) && _mailboxes.Find(record.Id) is { } message && message.Position == at
            ? (message, record)
            : null;

    /// <summary>What became of a message in a mailbox; null: it is not in there.</summary>
    public MailboxEntry? EntryOf(Message message, PersonaId persona) =>
        _mailboxes.Of(persona).TryFind(message.Id, out var entry) ? entry : null;

    /// <summary>Whether nobody who got it has it anywhere but in the trash.</summary>
    public bool IsTrashedByAll(Message message) =>
        message.Recipients.Count > 0 && message.Recipients.All(recipient => EntryOf(message, recipient) is { IsTrashed: true });

    /// <summary>Whether somebody who got it has the tag on it, or it was sent with it.</summary>
    public bool IsTaggedBySomebody(Message message, string tag) =>
        message.Tags.Contains(tag) || message.Recipients.Any(recipient => EntryOf(message, recipient)?.Tags.Contains(tag) == true);
}
