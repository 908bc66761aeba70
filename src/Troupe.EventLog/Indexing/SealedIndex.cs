using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// The index of a sealed segment: the last one that it had while it was active, synced and renamed with it. It is derived
/// like that one, and made anew where it does not fit.
/// </summary>
internal sealed class SealedIndex : IDisposable
{
    private readonly StorageFile _log;
    private readonly IndexFile _file;
    private readonly IndexHeader _header;

    private SealedIndex(StorageFile log, IndexFile file, int segment)
    {
        (_log, _file) = (log, file);
        var end = log.Status().Length;
        _header = file.ReadHeader() is { Sealed: true } found && found.Segment == segment && found.Covered == end
            && found.Tail.AsSpan().SequenceEqual(LogTail.Read(log, end))
                ? found
                : Rebuild(segment, end);
    }

    public IndexedSegment Records => new(_log, _file.Table(_header.Capacity), _header.Covered);

    /// <summary>How long the segment is, in bytes.</summary>
    public long Length => _header.Covered;

    /// <summary>Where the last record begins; null when there is none.</summary>
    public Position? LastRecord => _header.LastRecord < 0 ? null : new Position(_header.Segment, _header.LastRecord);

    /// <summary>The chain value for the record after the last.</summary>
    public byte[] Chain => _header.Chain;

    /// <summary>Null: the segment is missing.</summary>
    public static SealedIndex? TryOpen(StorageFolder folder, int segment)
    {
        if (folder.TryOpenToRead(SegmentNames.Sealed(segment)) is not { } log)
        {
            return null;
        }

        IndexFile? file = null;
        try
        {
            file = new IndexFile(folder, SegmentNames.Index(segment));
            return new SealedIndex(log, file, segment);
        }
        catch
        {
            file?.Dispose();
            log.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _log.Dispose();
    }

    private IndexHeader Rebuild(int segment, long end)
    {
        var (entries, last) = IndexedSegment.Collect(_log, new Position(segment, 0), end);
        var capacity = _file.Replace(entries);
        var status = _log.Status();
        var header = new IndexHeader
        {
            Sequence = 1,
            Capacity = capacity,
            Count = entries.Count,
            Device = status.Device,
            Inode = status.Inode,
            Sealed = true,
            Segment = segment,
            Covered = end,
            LastRecord = last?.Position.Offset ?? -1,
            Chain = last?.NextChain() ?? RecordFormat.ChainStart.ToArray(),
            Tail = LogTail.Read(_log, end),
            Boot = Guid.Empty,
        };
        Keep(header);
        return header;
    }

    /// <summary>Where the disk fails to store the table, it gets no header: it serves now, and is made anew next time.</summary>
    private void Keep(IndexHeader header)
    {
        try
        {
            _file.Sync();
        }
        catch (TroupeException)
        {
            return;
        }

        _file.WriteHeader(header);
    }
}
