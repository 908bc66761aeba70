using System.Runtime.CompilerServices;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>
/// The mail log as rows: messages while it is read, what became of them in the mailboxes when it was read to its end. The only place
/// where queries rest on how mailboxes are kept.
/// </summary>
internal sealed class MailHistory
{
    private readonly FileEventLog _log;
    private readonly MailRedaction _redaction;
    private readonly StoredBodies _bodies;
    private readonly Mailboxes _mailboxes;
    private readonly List<string> _unread = [];
    private IReadOnlySet<RecordId>? _redacted;
    private long _messages;

    public MailHistory(TeamHome home, TimeProvider time)
    {
        _log = new FileEventLog(home.MailFolder, time);
        _redaction = new MailRedaction(home, time);
        _bodies = StoredBodies.Of(home);
        _mailboxes = Mailboxes.Over(_log);
    }

    public IReadOnlyList<LogDamage> Damage => _log.Damage;

    /// <summary>What was passed over: one sentence each, for people.</summary>
    public IEnumerable<string> Unread => _mailboxes.Unreadable.Select(record => record.Reason).Concat(_unread).Distinct(StringComparer.Ordinal);

    /// <summary>Every record.</summary>
    /// <param name="folds">Whether <see cref="Entries"/> will be asked for.</param>
    public async IAsyncEnumerable<LogRecord> ReadAsync(bool folds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in _log.ReadAsync(Position.Start, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (folds)
            {
                _mailboxes.Evolve(record);
            }

            yield return record;
        }
    }

    /// <summary>The message that a record is; null: it is none.</summary>
    /// <param name="withBody">Whether its text is wanted, or whether it has one still.</param>
    public async ValueTask<MessageRow?> MessageAsync(LogRecord record, bool withBody, CancellationToken cancellationToken)
    {
        try
        {
            return Message.Of(record) is { } message ? await RowAsync(message, record, withBody, cancellationToken) : null;
        }
        catch (FormatException nonsense)
        {
            _unread.Add(nonsense.Message);
            return null;
        }
    }

    /// <summary>Every message in every mailbox, mailbox by mailbox, after all was read.</summary>
    public IEnumerable<MailboxEntryRow> Entries() => _mailboxes.Owners.OrderBy(owner => owner.Value, StringComparer.Ordinal)
        .SelectMany(owner => _mailboxes.Of(owner).OneByOne().Select(entry => new MailboxEntryRow(owner, entry)));

    private async ValueTask<MessageRow> RowAsync(Message message, LogRecord record, bool withBody, CancellationToken cancellationToken)
    {
        var number = ++_messages;
        if (!withBody || await IsBlobTakenAsync(message, cancellationToken))
        {
            return new MessageRow(number, message, null, IsRedacted: withBody);
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

    /// <summary>Whether the log says that a text which is a blob was taken away: the blob may be there still, since another message names it too.</summary>
    private async ValueTask<bool> IsBlobTakenAsync(Message message, CancellationToken cancellationToken) =>
        message.StoredBody is not null && (_redacted ??= await _redaction.RedactedAsync(cancellationToken)).Contains(message.Id);
}
