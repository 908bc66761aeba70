namespace Troupe.EventLog;

/// <summary>Finds the last valid record before a place in a file.</summary>
internal static class Predecessor
{
    public static LogRecord? Of(StorageFile file, Position position)
    {
        // Damage may lie between; two records' room is looked through before giving up.
        var from = position with { Offset = Math.Max(0, position.Offset - (2 * RecordFormat.MaxLength)) };
        var scanner = new LogScanner(file, from, new DamageTracker(file.Path, () => null, _ => { }), position.Offset);
        LogRecord? last = null;
        while (scanner.Next() is { } record)
        {
            last = record;
        }

        return last;
    }
}
