namespace Troupe.EventLog;

/// <summary>The records of one segment together with the table that finds them.</summary>
/// <param name="Log">The file with the records.</param>
/// <param name="Table">Finds candidates; every one is checked against its record.</param>
/// <param name="End">Up to where the table covers the file.</param>
internal sealed record IndexedSegment(StorageFile Log, IndexTable Table, long End)
{
    /// <summary>The record that has the id or the dedup key of the given one; null when there is none.</summary>
    public LogRecord? FindOriginal(UnchainedRecord record)
    {
        var key = record.Key is null ? null : record.EscapedKey.ToArray();
        var byId = record.IdMayBeKnown ? Find(IndexEntry.HashOf(record.Id), found => found.Id == record.Id) : null;
        return byId ?? (key is null ? null : Find(IndexEntry.HashOf(key), found => found.EscapedKey.SequenceEqual(key)));
    }

    /// <summary>The entries of all records from a place on, and the last of these records.</summary>
    public static (List<IndexEntry> Entries, LogRecord? Last) Collect(StorageFile log, Position from, long end)
    {
        var scanner = new LogScanner(log, from, DamageTracker.Silent(), end);
        var entries = new List<IndexEntry>();
        LogRecord? last = null;
        while (scanner.Next() is { } record)
        {
            entries.Add(IndexEntry.Of(IndexEntry.HashOf(record.Id), record.Position));
            if (!record.EscapedKey.IsEmpty)
            {
                entries.Add(IndexEntry.Of(IndexEntry.HashOf(record.EscapedKey), record.Position));
            }

            last = record;
        }

        return (entries, last);
    }

    /// <summary>The record that begins at a place; null when none does.</summary>
    public LogRecord? Read(Position at)
    {
        var found = new LogScanner(Log, at, DamageTracker.Silent(), End).Next();
        return found?.Position == at ? found : null;
    }

    private LogRecord? Find(ulong hash, Predicate<LogRecord> isIt)
    {
        LogRecord? original = null;
        foreach (var position in Table.Find(hash))
        {
            // Two records can share a hash, and a place may hold what a crash left.
            if (Read(position) is { } found && isIt(found) && (original is null || position < original.Position))
            {
                original = found;
            }
        }

        return original;
    }
}
