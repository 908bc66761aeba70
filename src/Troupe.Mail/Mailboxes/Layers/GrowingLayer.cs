using System.Runtime.InteropServices;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The topmost layer, in memory: it takes in what happens.</summary>
/// <param name="beneath">The layers under it; nothing for a fold from the beginning of the log.</param>
internal sealed class GrowingLayer(MailLayers beneath) : IMailLayer
{
    private readonly List<MessageRow> _messages = [];
    private readonly Dictionary<RecordId, uint> _numbers = [];
    private readonly Dictionary<PersonaId, GrowingBox> _boxes = [];
    private readonly List<PersonaId> _personas = [.. beneath.Personas];
    private readonly List<UnreadableRecord> _unreadable = [];
    private readonly List<(RecordId Thread, uint Message)> _answers = [];

    /// <summary>For each message that was loaded what is known of <see cref="SharedEnd"/> with it and everything beneath.</summary>
    private readonly List<byte> _shared = [];
    private ReversedIdList? _sorted;

    public uint First => beneath.End;

    public uint End => First + (uint)_messages.Count;

    public IReadOnlyList<PersonaId> Personas => _personas;

    public IReadOnlyList<UnreadableRecord> Unreadable => _unreadable;

    public MessageRow Message(uint number) => _messages[(int)(number - First)];

    public uint? Find(RecordId id) => _numbers.TryGetValue(id, out var number) ? number : null;

    public IBoxLayer? Box(PersonaId owner) => _boxes.GetValueOrDefault(owner);

    public IEnumerable<(RecordId Thread, uint Message)> AllAnswers() => _answers;

    public IEnumerable<uint> Answers(RecordId thread) => _answers.Where(answer => answer.Thread == thread).Select(answer => answer.Message);

    public IEnumerable<uint> Between(UInt128 first, UInt128 last) => Sorted().Between(first, last);

    public int SharedEnd(UInt128 reversed) => Sorted().SharedEnd(reversed);

    public int? KnownSharedEnd(uint number) => null;

    /// <summary>A message for mailboxes that are not wanted: it only counts.</summary>
    public void PassOver(RecordId id, Position place) => Add(new MessageRow(id, place, 0, null));

    public void AddUnreadable(UnreadableRecord record) => _unreadable.Add(record);

    /// <summary>False: the log had it before.</summary>
    public bool TryAdd(Message message)
    {
        if (_numbers.ContainsKey(message.Id) || beneath.Find(message.Id) is not null)
        {
            return false;
        }

        var number = End;
        Add(new MessageRow(message.Id, message.Position, message.Timestamp.ToUnixTimeMilliseconds(), message.From));
        BoxOf(message.From).AddSent(number);
        if (message.Thread != message.Id)
        {
            _answers.Add((message.Thread, number));
        }

        Deliver(message, number);
        return true;
    }

    /// <summary>Changes an entry; nothing happens where the message is not in that mailbox.</summary>
    public void Change(PersonaId owner, RecordId message, Func<EntryRow, EntryRow> change)
    {
        if ((Find(message) ?? beneath.Find(message)) is not { } number)
        {
            return;
        }

        var own = _boxes.GetValueOrDefault(owner);
        var found = number >= First ? own?.FindArrival(number) : own?.FindChange(number) ?? beneath.Entry(owner, number);
        if (found is { } entry)
        {
            BoxOf(owner).Change(entry, change(entry));
        }
    }

    /// <summary>Takes over a stored layer that lies on the same layers as this one, before anything else happens.</summary>
    public void Load(IMailLayer stored)
    {
        for (var number = stored.First; number < stored.End; number++)
        {
            Add(stored.Message(number));
            _shared.Add((byte)(stored.KnownSharedEnd(number) ?? 0));
        }

        _answers.AddRange(stored.AllAnswers());
        _unreadable.AddRange(stored.Unreadable);
        foreach (var persona in stored.Personas)
        {
            if (stored.Box(persona) is { } box)
            {
                BoxOf(persona).Load(box);
            }
        }
    }

    private void Add(MessageRow row)
    {
        _numbers.TryAdd(row.Id, End);
        _messages.Add(row);
        _sorted = null;
    }

    private void Deliver(Message message, uint number)
    {
        var flags = (message.AckRequired ? EntryFlags.AckRequired : EntryFlags.None) | (message.DedupKey is null ? EntryFlags.None : EntryFlags.Keyed);
        var row = new EntryRow(number, message.From, new EntryState(flags, WordSet.Of(message.Tags), WordSet.Empty), 0);
        foreach (var recipient in message.Recipients)
        {
            BoxOf(recipient).Arrive(row);
            foreach (var older in message.Supersedes)
            {
                // Only its own sender may take a message out of somebody's inbox.
                Change(recipient, older, entry => entry.From == message.From
                    ? entry with { State = entry.State.With(EntryFlags.Superseded), SupersededBy = number }
                    : entry);
            }
        }
    }

    private GrowingBox BoxOf(PersonaId owner)
    {
        ref var box = ref CollectionsMarshal.GetValueRefOrAddDefault(_boxes, owner, out var known);
        if (!known)
        {
            box = new GrowingBox(beneath.Counts(owner));
            if (!_personas.Contains(owner))
            {
                _personas.Add(owner);
            }
        }

        return box!;
    }

    /// <summary>For each of its messages how many last digits of its id it shares at most with another one, here or beneath.</summary>
    public byte[] SharedEnds()
    {
        var sorted = Sorted();
        var keys = sorted.Keys;
        var numbers = sorted.Numbers;
        var ends = new byte[_messages.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            var place = (int)(numbers[index] - First);
            var next = index + 1 < keys.Length ? ReversedId.SharedEnd(keys[index], keys[index + 1]) : 0;
            var last = index > 0 ? ReversedId.SharedEnd(keys[index], keys[index - 1]) : 0;
            var before = place < _shared.Count ? _shared[place] : beneath.SharedEnd(keys[index]);
            ends[place] = (byte)Math.Max(before, Math.Max(next, last));
        }

        return ends;
    }

    /// <summary>All its ids, sorted.</summary>
    public ReversedIdList Sorted() => _sorted ??= new ReversedIdList(_messages.Select(row => row.Id), First);
}
