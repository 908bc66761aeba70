using System.Runtime.CompilerServices;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The mail of one repository: its log, its blobs, its addresses. Safe for several processes at once; opening costs nothing.</summary>
public sealed class PostOffice
{
    private readonly IEventLog _log;
    private readonly IBlobStore _blobs;
    private readonly MailCheckpoints? _checkpoints;
    private TakenMessages? _taken;

    /// <param name="checkpoints">Null: every fold begins at the beginning of the log.</param>
    public PostOffice(IEventLog log, IBlobStore blobs, AddressBook addresses, MailCheckpoints? checkpoints = null)
    {
        (_log, _blobs, _checkpoints, Addresses) = (log, blobs, checkpoints, addresses);
        Postmaster = new Postmaster(log, blobs, addresses);
        Attachments = new AttachmentStore(blobs);
        Reservations = new ReservationDesk(log, checkpoint: null, TimeProvider.System);
    }

    public AddressBook Addresses { get; }

    public Postmaster Postmaster { get; }

    public AttachmentStore Attachments { get; }

    public ReservationDesk Reservations { get; init; }

    /// <summary><c>[mail]</c> as the team has it, read when somebody asks.</summary>
    public Func<MailSettings> Settings { get; init; } = () => Core.Settings.Default.Mail;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where readers that go on later leave their cursors; null where the log is in no folder.</summary>
    public string? CursorFolder { get; init; }

    /// <summary>What the reads of this instance met that is no record.</summary>
    public IReadOnlyList<LogDamage> Damage => _log.Damage;

    public static PostOffice Open(TeamHome home, TimeProvider time)
    {
        var log = new FileEventLog(home.MailFolder, time);
        return new PostOffice(
            log,
            new FileBlobStore(Path.Combine(home.MailFolder, "blobs")),
            new AddressBook(home.PersonasFolder),
            new MailCheckpoints(home.MailFolder, log))
        {
            Settings = () => TeamMailSettings.Of(home),
            Time = time,
            Reservations = new ReservationDesk(log, Path.Combine(home.MailFolder, "reservations.json"), time),
            CursorFolder = Path.Combine(home.MailFolder, "cursors"),
        };
    }

    /// <summary>All mailboxes as the log has them now: from the newest checkpoint on.</summary>
    public Task<Mailboxes> FoldAsync(CancellationToken cancellationToken) => FoldAsync(null, cancellationToken);

    /// <summary>One mailbox as the log has it now: what is for others only is not even decoded.</summary>
    public Task<Mailboxes> FoldAsync(PersonaId only, CancellationToken cancellationToken) => FoldAsync((PersonaId?)only, cancellationToken);

    /// <summary>Folds what the log has gained since the mailboxes were last folded.</summary>
    public async Task CatchUpAsync(Mailboxes mailboxes, CancellationToken cancellationToken)
    {
        await foreach (var record in _log.ReadAsync(mailboxes.Next, cancellationToken))
        {
            mailboxes.Evolve(record);
        }
    }

    /// <summary>What happens from a position on, for ever: it ends only when it is cancelled. Records of other kinds are passed over.</summary>
    public async IAsyncEnumerable<MailEvent> FollowAsync(Position from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in _log.FollowAsync(from, cancellationToken))
        {
            if (TryDecode(record) is { } happened)
            {
                yield return happened;
            }
        }
    }

    /// <summary>
    /// Makes the checkpoints that the log should have by now, so that later folds are short. For after the answer: it seldom has
    /// anything to do, then takes its time, and its failure is nobody's.
    /// </summary>
    /// <returns>True: a fold begins later in the log now than these mailboxes did, so they are not worth keeping.</returns>
    public async Task<bool> PublishCheckpointAsync(Mailboxes mailboxes, CancellationToken cancellationToken) =>
        _checkpoints is not null && await _checkpoints.PublishAsync(mailboxes, cancellationToken);

    /// <summary>
    /// Makes everything that the mailboxes rest on durable: needed before something outside this log is made to rest on it,
    /// since a reader may see a record before it is durable.
    /// </summary>
    public ValueTask SyncAsync(Mailboxes mailboxes, CancellationToken cancellationToken) => _log.SyncAsync(mailboxes.Next, cancellationToken);

    /// <summary>Who is to be woken for mail, see <see cref="MailSettings.OnDelivery"/>.</summary>
    /// <param name="since">The last record that wakes nobody; null: the log was empty then.</param>
    public DeliveryRounds Deliveries(string memoryFile, LogBookmark? since) => new(this, _log, memoryFile, since);

    /// <summary>Follows the new mail of a persona; the name tells several readers of the same mailbox apart.</summary>
    public MailFollower Follow(PersonaId persona, string? name)
    {
        var folder = CursorFolder ?? throw new InvalidOperationException("This mail log is in no folder, so nothing can be left beside it.");
        return new MailFollower(this, _log, persona, Path.Combine(folder, $"{persona}{(name is null ? "" : $".{name}")}.json"));
    }

    /// <summary>To be asked before a message is answered by anybody but the engine.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Busy"/>: the thread has had as many answers as it takes, see <see cref="ReplyLimit"/>.</exception>
    public void RequireRoomForAnswer(Message parent, Mailboxes mailboxes) =>
        ReplyLimit.Require(mailboxes.Thread(parent.Thread), Settings().RepliesPerHour, Time.GetUtcNow());

    /// <summary>The text of a message: from its record, or from the blob that holds it.</summary>
    public async Task<string> ReadBodyAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.StoredBody is { } stored)
        {
            try
            {
                return await BodyStorage.FetchAsync(stored, _blobs, cancellationToken);
            }
            catch (TroupeException missing) when (missing.Code is ErrorCode.NotFound)
            {
                if (await (_taken ??= new TakenMessages(_log)).ContainsAsync(message.Id, cancellationToken))
                {
                    return MailRedaction.Notice;
                }

                throw;
            }
        }

        return BodyIn((await _log.ReadAtAsync([message.Position], cancellationToken))[0], message);
    }

    /// <summary>The texts of several messages, in their order: those in records are read in one go.</summary>
    public async Task<IReadOnlyList<string>> ReadBodiesAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var records = await _log.ReadAtAsync([.. messages.Select(message => message.Position)], cancellationToken);
        var bodies = new string[messages.Count];
        for (var index = 0; index < bodies.Length; index++)
        {
            bodies[index] = messages[index].StoredBody is null
                ? BodyIn(records[index], messages[index])
                : await ReadBodyAsync(messages[index], cancellationToken);
        }

        return bodies;
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
            await _log.AppendAsync(records, cancellationToken);
        }
    }

    private static string BodyIn(LogRecord? record, Message message) => record is null
        ? throw new TroupeException(ErrorCode.Storage, $"The record of message {message.Id} is not in the log any more: it was there a moment ago.")
        : record.IsBodyRedacted ? MailRedaction.Notice : record.Body ?? "";

    private static MailEvent? TryDecode(LogRecord record)
    {
        try
        {
            return MailEventCodec.Decode(record);
        }
        catch (FormatException)
        {
            // Whoever folds the log says which record makes no sense.
            return null;
        }
    }

    private async Task<Mailboxes> FoldAsync(PersonaId? only, CancellationToken cancellationToken)
    {
        var mailboxes = _checkpoints is null
            ? new Mailboxes(MailLayers.None, Position.Start, _log, only)
            : await _checkpoints.OpenAsync(only, cancellationToken);
        await CatchUpAsync(mailboxes, cancellationToken);
        return mailboxes;
    }
}
