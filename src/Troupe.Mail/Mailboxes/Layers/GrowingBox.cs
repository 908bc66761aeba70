namespace Troupe.Mail;

/// <summary>One mailbox of a <see cref="GrowingLayer"/>.</summary>
internal sealed class GrowingBox(BoxCounts before) : IBoxLayer
{
    private readonly List<EntryRow> _arrivals = [];
    private readonly Dictionary<uint, EntryRow> _changes = [];
    private readonly List<uint> _sent = [];

    public BoxCounts Counts { get; private set; } = before;

    public int Arrived => _arrivals.Count;

    public IReadOnlyList<uint> Sent => _sent;

    public EntryRow Arrival(int index) => _arrivals[index];

    public Lying Summary(int block)
    {
        var lists = Lying.Nowhere;
        var end = Math.Min(_arrivals.Count, (block + 1) * IBoxLayer.BlockLength);
        for (var index = block * IBoxLayer.BlockLength; index < end; index++)
        {
            lists |= _arrivals[index].State.Lying;
        }

        return lists;
    }

    public EntryRow? FindArrival(uint message) => IndexOf(message) is var index and >= 0 ? _arrivals[index] : null;

    public IEnumerable<EntryRow> Changes() => _changes.Values;

    public EntryRow? FindChange(uint message) => _changes.TryGetValue(message, out var row) ? row : null;

    public void AddSent(uint message) => _sent.Add(message);

    /// <summary>A message is in a mailbox once, however often its recipients name it.</summary>
    public void Arrive(EntryRow row)
    {
        if (_arrivals is not [.., var last] || last.Message < row.Message)
        {
            _arrivals.Add(row);
            Counts = Counts.With(row.State);
        }
    }

    /// <param name="before">The entry as it is now, in this layer or beneath it.</param>
    public void Change(EntryRow before, EntryRow after)
    {
        if (before == after)
        {
            return;
        }

        Counts = Counts.With(before.State, after.State);
        if (IndexOf(after.Message) is var index and >= 0)
        {
            _arrivals[index] = after;
        }
        else
        {
            _changes[after.Message] = after;
        }
    }

    /// <summary>Takes over what a stored layer has of this mailbox.</summary>
    public void Load(IBoxLayer stored)
    {
        for (var index = 0; index < stored.Arrived; index++)
        {
            _arrivals.Add(stored.Arrival(index));
        }

        foreach (var change in stored.Changes())
        {
            _changes.Add(change.Message, change);
        }

        _sent.AddRange(stored.Sent);
        Counts = stored.Counts;
    }

    /// <summary>Entries stand in the order of their messages' numbers.</summary>
    private int IndexOf(uint message)
    {
        var (low, high) = (0, _arrivals.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_arrivals[middle].Message == message)
            {
                return middle;
            }

            (low, high) = _arrivals[middle].Message < message ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
