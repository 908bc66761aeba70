using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>Reads single records of a log again: a few one by one, many in one more sweep.</summary>
internal static class RecordFetch
{
    /// <summary>A sweep of a segment takes as long as this many single reads.</summary>
    private const int Many = 1000;

    /// <param name="places">In the order of the log.</param>
    public static async Task<IReadOnlyList<LogRecord>> ReadAsync(
        LogSweep log, IReadOnlyList<Position> places, CancellationToken cancellationToken)
    {
        if (places.Count <= Many)
        {
            var read = await log.ReadAsync(places, cancellationToken);
            return [.. read.OfType<LogRecord>()];
        }

        var records = new List<LogRecord>(places.Count);
        var picker = new Picker([.. places], records);
        foreach (var segment in places.Select(place => place.Segment).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            log.Sweep(segment, picker);
        }

        return records;
    }

    private sealed class Picker(HashSet<Position> places, List<LogRecord> records) : ISweeper
    {
        public void Take(in SweptRecord record)
        {
            if (places.Contains(record.Position))
            {
                records.Add(LogRecord.Parse(record.Json.ToArray(), record.Position, record.Position));
            }
        }
    }
}
