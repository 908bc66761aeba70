namespace Troupe.EventLog;

/// <summary>
/// Which ids and dedup keys the active segment holds, so that an append is recognised as a repetition in constant time.
/// Used under the log's lock only. It is derived: deleted, damaged or outdated, it is brought up to date from the log.
/// </summary>
internal sealed class RecordIndex
{
    private readonly StorageFile _log;
    private readonly IndexFile _file;
    private IndexHeader _header;
    private IndexTable _table;

    private RecordIndex(IndexFile file, StorageFile log, IndexHeader header)
    {
        (_file, _log, _header) = (file, log, header);
        _table = file.Table(header.Capacity);
    }

    /// <summary>The segment that is active.</summary>
    public int Segment => _header.Segment;

    /// <summary>The boot in which it is used.</summary>
    public Guid Boot => _header.Boot;

    /// <summary>The end of the segment, which is the end of a line.</summary>
    public long End => _header.Covered;

    /// <summary>Where the last record begins; null when the segment has none.</summary>
    public Position? LastRecord => _header.LastRecord < 0 ? null : new Position(Segment, _header.LastRecord);

    /// <summary>The chain value for the next record, where the segment has one already.</summary>
    public byte[] Chain => _header.Chain;

    public IndexedSegment Records => new(_log, _table, End);

    /// <summary>Terminates the last line of the active segment if it needs that, and takes an index of it that covers all of it.</summary>
    /// <param name="files">The segment, and the file that its index is in.</param>
    /// <param name="boot">See <see cref="BootIdentity"/>.</param>
    /// <param name="countSealed">The number of the active segment; asked where the index does not know it.</param>
    public static RecordIndex Of(WriterFiles files, Guid boot, Func<int> countSealed)
    {
        if (files.KeptHeader is { } kept && kept.Boot == boot && kept.IsUpToDate(files.Status))
        {
            return new RecordIndex(files.Index, files.Log, kept);
        }

        var tail = LogTail.Terminate(files.Log, files.Status);
        var header = files.Index.ReadHeader() is { } found && IsOf(found, files.Log, tail, boot) ? found : Nothing(countSealed(), tail.Log, boot);
        var index = new RecordIndex(files.Index, files.Log, header);
        index.Cover(tail.Log.Length);
        return index;
    }

    /// <summary>Takes in what was appended.</summary>
    /// <param name="added">Entries of the new records.</param>
    /// <param name="end">The end of the segment now.</param>
    /// <param name="lastRecord">Where the last of them begins.</param>
    /// <param name="chain">The chain value for the record after it.</param>
    /// <param name="written">What was appended, to its end.</param>
    public void Add(IReadOnlyCollection<IndexEntry> added, long end, long lastRecord, byte[] chain, ReadOnlySpan<byte> written) =>
        Add(added, end, lastRecord, chain, written[^LogTail.Length..].ToArray());

    private void Add(IReadOnlyCollection<IndexEntry> added, long end, long lastRecord, byte[] chain, byte[] tail)
    {
        var count = _header.Count;
        if ((count + added.Count) * 2 > _header.Capacity)
        {
            count = Grow(added);
        }
        else
        {
            foreach (var entry in added)
            {
                count += _table.Add(entry) ? 1 : 0;
            }
        }

        WriteHeader(_header with
        {
            Count = count,
            Sealed = false,
            Covered = end,
            LastRecord = lastRecord,
            Chain = chain,
            Tail = tail,
        });
    }

    /// <summary>Makes the index durable, for a segment that is to be sealed: nothing is added to either any more.</summary>
    public void Seal()
    {
        _file.Sync();
        WriteHeader(_header with { Sealed = true });
        _file.Sync();
    }

    private static IndexHeader Nothing(int segment, FileStatus log, Guid boot) => new()
    {
        Sequence = 0,
        Capacity = 0,
        Count = 0,
        Device = log.Device,
        Inode = log.Inode,
        Sealed = false,
        Segment = segment,
        Covered = 0,
        LastRecord = -1,
        Chain = RecordFormat.ChainStart.ToArray(),
        Tail = new byte[LogTail.Length],
        Boot = boot,
    };

    private static bool IsOf(IndexHeader header, StorageFile log, LogTail tail, Guid boot) =>
        header.Boot == boot
        && header.Device == tail.Log.Device
        && header.Inode == tail.Log.Inode
        && header.Covered <= tail.Log.Length
        && header.Tail.AsSpan().SequenceEqual(header.Covered == tail.Log.Length ? tail.Bytes : LogTail.Read(log, header.Covered));

    /// <summary>Reads what the segment holds beyond what the index covers.</summary>
    private void Cover(long end)
    {
        if (_header.Covered == end && _header.Capacity > 0)
        {
            return;
        }

        var (added, last) = IndexedSegment.Collect(_log, new Position(Segment, _header.Covered), end);
        Add(added, end, last?.Position.Offset ?? _header.LastRecord, last?.NextChain() ?? _header.Chain, LogTail.Read(_log, end));
    }

    private long Grow(IReadOnlyCollection<IndexEntry> added)
    {
        var entries = _header.Capacity == 0 ? [] : _table.ReadAll().ToHashSet();
        entries.UnionWith(added);
        _header = _header with { Capacity = _file.Replace(entries) };
        _table = _file.Table(_header.Capacity);
        return entries.Count;
    }

    private void WriteHeader(IndexHeader header)
    {
        header = header with { Sequence = _header.Sequence + 1 };
        _file.WriteHeader(header);
        _header = header;
    }
}
