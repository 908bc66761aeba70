using System.Runtime.CompilerServices;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>
/// The mail log as rows: messages while it is read, what became of them in the mailboxes when it was read to its end. The only place
/// where queries rest on how mailboxes are kept.
/// </summary>
internal sealed class MailHistory(TeamHome home, TimeProvider time)
{
    private readonly FileEventLog _log = new(home.MailFolder, time);
    private readonly StoredBodies _bodies = StoredBodies.Of(home);
    private readonly Mailboxes _mailboxes = new();
    private readonly HashSet<PersonaId> _owners = [];
    private readonly List<string> _unread = [];
    private long _messages;

    public IReadOnlyList<LogDamage> Damage => _log.Damage;

    /// <summary>What was passed over: one sentence each, for people.</summary>
    public IEnumerable<string> Unread => [.. _mailboxes.Unreadable.Select(record => record.Reason), .. _unread];

    /// <summary>Every record, and with it the message that it is.</summary>
    /// <param name="withBodies">Whether bodies that are blobs are read.</param>
    public async IAsyncEnumerable<(LogRecord Record, MessageRow? Message)> ReadAsync(
        bool withBodies, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in _log.ReadAsync(Position.Start, cancellationToken))
        {
            _mailboxes.Evolve(record);
            var message = record.KindUtf8.SequenceEqual("sent"u8) && _mailboxes.Find(record.Id) is { } found && found.Position == record.Position
                ? await RowAsync(found, record, withBodies, cancellationToken)
                : null;
            yield return (record, message);
        }
    }

    /// <summary>Every message in every mailbox, mailbox by mailbox, after all was read.</summary>
    public IEnumerable<MailboxEntryRow> Entries() => _owners.OrderBy(owner => owner.Value, StringComparer.Ordinal)
        .SelectMany(owner => _mailboxes.Of(owner).Entries.Select(entry => new MailboxEntryRow(owner, entry)));

    private async Task<MessageRow> RowAsync(Message message, LogRecord record, bool withBodies, CancellationToken cancellationToken)
    {
        _owners.UnionWith(message.Recipients);
        var number = ++_messages;
        if (message.StoredBody is not null && !withBodies)
        {
            return new MessageRow(number, message, null, IsRedacted: false);
        }

        try
        {
            var body = await _bodies.ReadAsync(message, record, cancellationToken);
            return new MessageRow(number, message, body, IsRedacted: body is null);
        }
        catch (TroupeException failure)
        {
            _unread.Add($"the body of the message at {message.Position} is missing: {failure.Message}");
            return new MessageRow(number, message, null, IsRedacted: false);
        }
    }
}
