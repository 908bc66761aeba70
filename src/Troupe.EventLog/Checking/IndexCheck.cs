namespace Troupe.EventLog;

/// <summary>Holds an index against the records that it says it covers.</summary>
internal static class IndexCheck
{
    /// <summary>The first record that the index should know and does not; null: there is none, or no index of this file.</summary>
    public static Position? Covered(StorageFolder folder, string name, StorageFile log, int segment)
    {
        using var file = IndexFile.TryOpenToRead(folder, name);
        if (file?.ReadHeader() is not { Capacity: > 0 } header || header.Segment != segment || header.Covered > log.Status().Length
            || !header.Tail.AsSpan().SequenceEqual(LogTail.Read(log, header.Covered)))
        {
            return null;
        }

        var known = file.Table(header.Capacity).ReadAll().ToHashSet();
        foreach (var entry in IndexedSegment.Collect(log, new Position(segment, 0), header.Covered).Entries)
        {
            if (!known.Contains(entry))
            {
                return entry.Position;
            }
        }

        return null;
    }
}
