namespace Troupe.EventLog;

/// <summary>
/// What was before the place where a reading begins and may come again behind it. The first record of an id counts, also for a reader who
/// begins between the two: a record is written twice only where a sync failed, and the segment of the first is marked for that.
/// </summary>
internal sealed class EarlierRecords(SegmentFolder segments, Position from)
{
    private int _looked;

    /// <summary>Adds the ids of records before the place that a later segment may repeat. Costs a look at each segment before.</summary>
    public void AddWhatMayRepeatIn(int segment, HashSet<RecordId> seen)
    {
        for (; _looked < segment && _looked <= from.Segment; _looked++)
        {
            var end = _looked < from.Segment ? long.MaxValue : from.Offset;
            if (end > 0 && FailedSync.IsMarked(segments.Folder, _looked))
            {
                Add(_looked, end, seen);
            }
        }
    }

    private void Add(int segment, long end, HashSet<RecordId> seen)
    {
        using var opened = segments.Open(segment);
        if (opened?.File is { } file)
        {
            var scanner = new LogScanner(file, new Position(segment, 0), DamageTracker.Silent(), end);
            while (scanner.Next() is { } record)
            {
                seen.Add(record.Id);
            }
        }
    }
}
