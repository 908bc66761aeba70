using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// All mailboxes: the fold of the mail log. Deterministic (no clock): the same records in the same order give the same
/// mailboxes, and a record that is folded twice counts once. It may begin at a checkpoint, and then reads of it, and of the log,
/// what it is asked for; where the checkpoint turns out not to fit, it folds the log from its beginning. Not thread-safe.
/// </summary>
public sealed class Mailboxes
{
    /// <summary>The end of a log is kept decoded; of a whole one, only as much.</summary>
    private const int ShelfRoom = 4096;

    private readonly MailInterest? _interest;
    private readonly IEventLog? _log;
    private readonly int _shelfRoom;
    private GrowingLayer _growing;
    private MailView _view;
    private MessageShelf _shelf;

    public Mailboxes()
        : this(MailLayers.None, Position.Start, log: null, only: null)
    {
    }

    /// <param name="only">Whose mailbox alone is wanted: later messages for all others are counted, and nothing more.</param>
    public Mailboxes(PersonaId only)
        : this(MailLayers.None, Position.Start, log: null, only)
    {
    }

    internal Mailboxes(MailLayers stored, Position next, IEventLog? log, PersonaId? only)
        : this(stored, next, log, only, log is null ? int.MaxValue : ShelfRoom)
    {
    }

    private Mailboxes(MailLayers stored, Position next, IEventLog? log, PersonaId? only, int shelfRoom)
    {
        _interest = only is { } persona ? new MailInterest(persona) : null;
        _log = log;
        _shelfRoom = shelfRoom;
        Next = next;
        Begin(stored);
    }

    /// <summary>Everybody who ever got a message, in no order.</summary>
    public IReadOnlyList<PersonaId> Owners => Ask(view => view.Layers.Personas);

    /// <summary>Every message in the mailboxes that are wanted, in the order of the log: the texts of all are read.</summary>
    public IReadOnlyList<Message> Messages => Ask(view => view.Messages(
        [.. Numbers(view.Layers.End).Where(number => view.Layers.Message(number).From is not null)]));

    /// <summary>Where the log goes on after the last record that was folded.</summary>
    public Position Next { get; private set; }

    /// <summary>Records of mail that make no sense, so that nothing is passed over in silence.</summary>
    public IReadOnlyList<UnreadableRecord> Unreadable => Ask(view => OfInterest([.. view.Layers.Unreadable]));

    /// <summary>Where the last record begins that was folded here; null for none.</summary>
    internal Position? Last { get; private set; }

    /// <summary>Whether it had to do without the checkpoint that it began with.</summary>
    internal bool FoldedAnew { get; private set; }

    internal GrowingLayer Growing => _growing;

    /// <summary>For whoever folds a whole log by himself: few texts are kept, the others are read from the log again when they are asked for.</summary>
    public static Mailboxes Over(IEventLog log) => new(MailLayers.None, Position.Start, log, only: null);

    /// <summary>Folds for a checkpoint: no text is kept, and one that does not fit is not replaced.</summary>
    internal static Mailboxes ForCheckpoint(MailLayers beneath, Position next) => new(beneath, next, log: null, only: null, shelfRoom: 0);

    /// <summary>The mailbox of a persona; empty when nobody ever wrote to it.</summary>
    public Mailbox Of(PersonaId persona) => new(this, persona);

    public Message? Find(RecordId id) => Ask(view => view.Layers.Find(id) is { } number ? view.Messages([number])[0] : null);

    /// <summary>What a persona sent, the newest of it, in the order of the log, and how many more there are.</summary>
    public (IReadOnlyList<Message> Messages, int Older) SentBy(PersonaId persona, int limit) => Ask(view =>
    {
        var sent = view.Layers.SentBy(persona);
        var older = Math.Max(0, sent.Count - limit);
        return (view.Messages([.. sent.Skip(older)]), older);
    });

    /// <summary>The messages of a conversation, in the order of the log.</summary>
    public IReadOnlyList<Message> Thread(RecordId thread) => Ask(view => view.Messages(view.Layers.Thread(thread)));

    /// <summary>The messages, for whomever, whose ids end so.</summary>
    /// <param name="digits">Hex digits without hyphens.</param>
    public IReadOnlyList<Message> Ending(string digits) => Ask(view => view.Messages(view.Layers.Ending(digits)));

    /// <summary>What each persona still has to look at; personas with nothing unread are absent.</summary>
    public IReadOnlyDictionary<PersonaId, IReadOnlyList<MailboxEntry>> UnreadOfAll() => Ask(view => view.Layers.Personas
        .Where(persona => view.Layers.Counts(persona).Unread > 0)
        .ToDictionary(persona => persona, persona => (IReadOnlyList<MailboxEntry>)[.. Of(persona).Unread]));

    /// <summary>Takes in the next record of the log. Kinds that are not mail's are passed over.</summary>
    public void Evolve(LogRecord record)
    {
        try
        {
            Fold(record);
        }
        catch (CheckpointMisfitException) when (CanFoldAnew)
        {
            FoldAnew();
            Fold(record);
        }

        (Last, Next) = (record.Position, record.Next);
    }

    public void Evolve(MailEvent happened)
    {
        switch (happened)
        {
            case MailEvent.Sent sent when _growing.TryAdd(sent.Message):
                _shelf.Put(_growing.End - 1, sent.Message);
                break;
            case MailEvent.Marked marked:
                _growing.Change(marked.Persona, marked.Message, entry => entry with { State = MailboxChange.Apply(entry.State, marked) });
                break;
        }
    }

    internal T Ask<T>(Func<MailView, T> question)
    {
        try
        {
            return question(_view);
        }
        catch (CheckpointMisfitException) when (CanFoldAnew)
        {
            FoldAnew();
            return question(_view);
        }
        catch (CheckpointMisfitException misfit)
        {
            throw new TroupeException(ErrorCode.Storage, $"{misfit.Message} It was there a moment ago: the log was changed while it was read.", misfit);
        }
    }

    private bool CanFoldAnew => !FoldedAnew && _log is not null;

    private void Fold(LogRecord record)
    {
        try
        {
            if (_interest is { } interest && !interest.Concerns(record))
            {
                PassOver(record);
            }
            else if (MailEventCodec.Decode(record) is { } happened)
            {
                Evolve(happened);
            }
        }
        catch (FormatException nonsense)
        {
            _growing.AddUnreadable(new UnreadableRecord(record.Position, record.Id, nonsense.Message));
        }
    }

    private void PassOver(LogRecord record)
    {
        if (MailEventCodec.IsSent(record))
        {
            _growing.PassOver(record.Id, record.Position);
        }
    }

    /// <summary>Whoever asks waits for the answer, as with a log that has no checkpoint.</summary>
    private void FoldAnew()
    {
        FoldedAnew = true;
        Begin(MailLayers.None);
        foreach (var record in _log!.ReadAsync(Position.Start, CancellationToken.None).ToBlockingEnumerable().TakeWhile(record => record.Position < Next))
        {
            Fold(record);
        }
    }

    /// <summary>A checkpoint keeps what cannot be understood for everybody.</summary>
    private IReadOnlyList<UnreadableRecord> OfInterest(IReadOnlyList<UnreadableRecord> all)
    {
        if (_interest is null || _log is null || all.Count == 0)
        {
            return all;
        }

        var records = _shelf.Read([.. all.Select(record => record.Position)]);
        return [.. all.Where((_, index) => records[index] is not { } record || _interest.Concerns(record))];
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_growing), nameof(_view), nameof(_shelf))]
    private void Begin(MailLayers stored)
    {
        _growing = new GrowingLayer(stored);
        _shelf = new MessageShelf(_log, _shelfRoom);
        _view = new MailView(new MailLayers([.. stored.Layers, _growing]), _shelf);
    }

    private static IEnumerable<uint> Numbers(uint end)
    {
        for (var number = 0u; number < end; number++)
        {
            yield return number;
        }
    }
}
