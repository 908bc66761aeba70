namespace Troupe.EventLog;

/// <summary>Finds the last valid record before a place in a log.</summary>
internal static class Predecessor
{
    /// <summary>Damage may lie between; two records' room is looked through before giving up.</summary>
    private const int Room = 2 * RecordFormat.MaxLength;

    public static LogRecord? Of(SegmentFolder segments, Position position)
    {
        using var segment = segments.Open(position.Segment);
        var found = segment?.File is { } file ? LastBefore(file, position) : null;
        return found is null && position.Segment > 0 && position.Offset < Room
            ? Of(segments, new Position(position.Segment - 1, long.MaxValue))
            : found;
    }

    /// <summary>The last record of one file before a place in it.</summary>
    public static LogRecord? LastBefore(StorageFile file, Position position)
    {
        var end = Math.Min(position.Offset, file.Status().Length);
        var from = position with { Offset = Math.Max(0, end - Room) };
        var scanner = new LogScanner(file, from, DamageTracker.Silent(), end);
        LogRecord? last = null;
        while (scanner.Next() is { } record)
        {
            last = record;
        }

        return last;
    }
}
