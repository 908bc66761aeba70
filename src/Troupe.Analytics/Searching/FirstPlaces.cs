using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>Finds where ids that occur more than once occur first: readers keep the first record of an id.</summary>
internal sealed class FirstPlaces(IReadOnlySet<ulong> tails) : ISweeper
{
    private readonly Dictionary<RecordId, Position> _first = [];

    /// <summary>Sweeps the log once more, in its order.</summary>
    public static FirstPlaces Find(LogSweep log, IReadOnlySet<ulong> tails)
    {
        var places = new FirstPlaces(tails);
        for (var segment = 0; segment < log.Segments && tails.Count > 0; segment++)
        {
            log.Sweep(segment, places);
        }

        return places;
    }

    public void Take(in SweptRecord record)
    {
        if (tails.Contains(record.IdTail))
        {
            _first.TryAdd(record.Id, record.Position);
        }
    }

    public bool IsFirst(LogRecord record) => !_first.TryGetValue(record.Id, out var first) || first == record.Position;
}
