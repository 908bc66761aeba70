using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The mail of one repository: its log, its blobs, its addresses. Safe for several processes at once; opening costs nothing.</summary>
public sealed class PostOffice(IEventLog log, IBlobStore blobs, AddressBook addresses)
{
    public AddressBook Addresses { get; } = addresses;

    public Postmaster Postmaster { get; } = new(log, blobs, addresses);

    public AttachmentStore Attachments { get; } = new(blobs);

    /// <summary>What the reads of this instance met that is no record.</summary>
    public IReadOnlyList<LogDamage> Damage => log.Damage;

    public static PostOffice Open(TeamHome home, TimeProvider time) => new(
        new FileEventLog(home.MailFolder, time),
        new FileBlobStore(Path.Combine(home.MailFolder, "blobs")),
        new AddressBook(home.PersonasFolder));

    /// <summary>All mailboxes as the log has them now, in one pass over it.</summary>
    public Task<Mailboxes> FoldAsync(CancellationToken cancellationToken) => CaughtUpAsync(new Mailboxes(), cancellationToken);

    /// <summary>One mailbox as the log has it now: what is for others only is not even decoded.</summary>
    public Task<Mailboxes> FoldAsync(PersonaId only, CancellationToken cancellationToken) =>
        CaughtUpAsync(new Mailboxes(only), cancellationToken);

    /// <summary>Folds what the log has gained since the mailboxes were last folded.</summary>
    public async Task CatchUpAsync(Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        await foreach (var record in log.ReadAsync(mailboxes.Next, cancellationToken))
        {
            mailboxes.Evolve(record);
        }
    }

    /// <summary>
    /// Makes everything that the mailboxes rest on durable: needed before something outside this log is made to rest on it,
    /// since a reader may see a record before it is durable.
    /// </summary>
    public ValueTask SyncAsync(Mailboxes mailboxes, CancellationToken cancellationToken) => log.SyncAsync(mailboxes.Next, cancellationToken);

    /// <summary>The text of a message: from its record, or from the blob that holds it.</summary>
    public async Task<string> ReadBodyAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.StoredBody is { } stored)
        {
            return await BodyStorage.FetchAsync(stored, blobs, cancellationToken);
        }

        await foreach (var record in log.ReadAsync(message.Position, cancellationToken))
        {
            return record.Body ?? "";
        }

        throw new TroupeException(
            ErrorCode.Storage, $"The record of message {message.Id} is not in the log any more: it was there a moment ago.");
    }

    /// <summary>A session's prompt contained these messages. Repeating it changes nothing.</summary>
    public Task MarkShownAsync(PersonaId persona, IEnumerable<RecordId> messages, SessionId session, CancellationToken cancellationToken) =>
        MarkAsync(PersonaId.Weaver, messages.Select(id => new MailEvent.Marked(MailMark.Shown, id, persona, session)), cancellationToken);

    /// <summary>A session that was shown these messages ended well, or says that it took them whole. Repeating it changes nothing.</summary>
    public Task MarkReadAsync(PersonaId persona, IEnumerable<RecordId> messages, SessionId session, CancellationToken cancellationToken) =>
        MarkAsync(PersonaId.Weaver, messages.Select(id => new MailEvent.Marked(MailMark.Read, id, persona, session)), cancellationToken);

    /// <summary>Records the marks in one append: all of them or none.</summary>
    public async Task MarkAsync(PersonaId actor, IEnumerable<MailEvent.Marked> marks, CancellationToken cancellationToken)
    {
        var records = marks.Select(mark => MailEventCodec.Encode(mark, actor)).ToList();
        if (records.Count > 0)
        {
            await log.AppendAsync(records, cancellationToken);
        }
    }

    private async Task<Mailboxes> CaughtUpAsync(Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        await CatchUpAsync(mailboxes, cancellationToken);
        return mailboxes;
    }
}
