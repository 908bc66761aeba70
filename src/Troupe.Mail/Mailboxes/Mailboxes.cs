using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// All mailboxes: the fold of the mail log. Deterministic (no clock, no files): the same records in the same order give the
/// same mailboxes, and a record that is folded twice counts once. Not thread-safe while it folds.
/// </summary>
public sealed class Mailboxes
{
    private readonly Dictionary<RecordId, Message> _messages = [];
    private readonly List<Message> _inOrder = [];
    private readonly Dictionary<PersonaId, Mailbox> _boxes = [];
    private readonly List<RecordId> _ids = [];
    private readonly List<UnreadableRecord> _unreadable = [];
    private readonly MailInterest? _interest;

    public Mailboxes()
    {
    }

    /// <param name="only">Whose mailbox alone is wanted: the messages of all others are counted, and nothing more.</param>
    public Mailboxes(PersonaId only) => _interest = new MailInterest(only);

    /// <summary>The id of every message in the log, those included that went to mailboxes which are not wanted.</summary>
    public IReadOnlyList<RecordId> Ids => _ids;

    /// <summary>Every message in the mailboxes that are wanted, in the order of the log.</summary>
    public IReadOnlyList<Message> Messages => _inOrder;

    /// <summary>Where the log goes on after the last record that was folded.</summary>
    public Position Next { get; private set; } = Position.Start;

    /// <summary>Records of mail that make no sense, so that nothing is passed over in silence.</summary>
    public IReadOnlyList<UnreadableRecord> Unreadable => _unreadable;

    /// <summary>The mailbox of a persona; empty when nobody ever wrote to it.</summary>
    public Mailbox Of(PersonaId persona) => _boxes.GetValueOrDefault(persona) ?? new Mailbox(persona);

    public Message? Find(RecordId id) => _messages.GetValueOrDefault(id);

    /// <summary>What each persona still has to look at; personas with nothing unread are absent.</summary>
    public IReadOnlyDictionary<PersonaId, IReadOnlyList<MailboxEntry>> UnreadOfAll() => _boxes
        .Select(box => (box.Key, Unread: box.Value.Unread.ToList()))
        .Where(box => box.Unread.Count > 0)
        .ToDictionary(box => box.Key, box => (IReadOnlyList<MailboxEntry>)box.Unread);

    /// <summary>Takes in the next record of the log. Kinds that are not mail's are passed over.</summary>
    public void Evolve(LogRecord record)
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
            _unreadable.Add(new UnreadableRecord(record.Position, record.Id, nonsense.Message));
        }

        Next = record.Next;
    }

    public void Evolve(MailEvent happened)
    {
        switch (happened)
        {
            case MailEvent.Sent sent when _messages.TryAdd(sent.Message.Id, sent.Message):
                Deliver(sent.Message);
                break;
            case MailEvent.Marked marked when _boxes.TryGetValue(marked.Persona, out var box):
                box.Change(marked.Message, entry => MailboxChange.Apply(entry, marked));
                break;
        }
    }

    private void PassOver(LogRecord record)
    {
        if (MailEventCodec.IsSent(record))
        {
            _ids.Add(record.Id);
        }
    }

    private void Deliver(Message message)
    {
        _ids.Add(message.Id);
        _inOrder.Add(message);
        foreach (var recipient in message.Recipients)
        {
            if (!_boxes.TryGetValue(recipient, out var box))
            {
                _boxes.Add(recipient, box = new Mailbox(recipient));
            }

            box.Put(message);
            foreach (var older in message.Supersedes)
            {
                // Only its own sender may take a message out of somebody's inbox.
                box.Change(older, entry => entry.Message.From == message.From ? entry with { SupersededBy = message.Id } : entry);
            }
        }
    }
}
