using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Which ids and dedup keys the log holds, so that an append is recognised as a repetition in constant time. Used under the
/// log's lock only. It is derived: deleted, damaged or outdated, it is brought up to date from the log.
/// </summary>
internal sealed class RecordIndex : IDisposable
{
    public const string FileName = "events.index";
    private const string NewFileName = "events.index.new";
    private const int SmallestCapacity = 1024;

    private readonly ISystemCalls _calls;
    private readonly StorageFolder _folder;
    private readonly StorageFile _log;
    private StorageFile _file;
    private IndexHeader _header;
    private IndexTable _table;

    private RecordIndex(ISystemCalls calls, StorageFolder folder, StorageFile log, LogTail tail, Guid boot)
    {
        (_calls, _folder, _log) = (calls, folder, log);
        _file = folder.Open(FileName, OpenMode.ReadWrite);
        _header = ReadHeader() is { } found && IsOf(found, tail, boot) ? found : Nothing(tail.Log, boot);
        _table = new IndexTable(_file, _header.Capacity);
    }

    /// <summary>The end of the log, which is the end of a line.</summary>
    public long End => _header.Covered;

    /// <summary>Where the last record begins; -1 when there is none.</summary>
    public long LastRecord => _header.LastRecord;

    public ReadOnlySpan<byte> Chain => _header.Chain;

    /// <summary>Opens the index of a log, terminates the log's last line if it needs that, and covers all of it.</summary>
    /// <param name="boot">See <see cref="BootIdentity"/>.</param>
    public static RecordIndex Open(ISystemCalls calls, StorageFolder folder, StorageFile log, Guid boot)
    {
        var tail = LogTail.Terminate(log);
        var index = new RecordIndex(calls, folder, log, tail, boot);
        try
        {
            index.Cover(tail.Log.Length);
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>The record in the log that has the id or the dedup key of the given one; null when there is none.</summary>
    public LogRecord? FindOriginal(UnchainedRecord record)
    {
        var key = record.Key is null ? null : record.EscapedKey.ToArray();
        var byId = Find(IndexEntry.HashOf(record.Id), found => found.Id == record.Id);
        return byId ?? (key is null ? null : Find(IndexEntry.HashOf(key), found => found.EscapedKey.SequenceEqual(key)));
    }

    /// <summary>Takes in what was appended.</summary>
    /// <param name="added">Entries of the new records.</param>
    /// <param name="end">The end of the log now.</param>
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
            count += added.Count(_table.Add);
        }

        WriteHeader(_header with
        {
            Count = count,
            Covered = end,
            LastRecord = lastRecord,
            Chain = chain,
            Tail = tail,
        });
    }

    /// <summary>From now on nobody appends to this log, until another boot has shown what the disk really holds.</summary>
    public void RememberFailedSync() => WriteHeader(_header with { SyncFailed = true });

    public void Dispose() => _file.Dispose();

    private static IndexHeader Nothing(FileStatus log, Guid boot) => new()
    {
        Sequence = 0,
        Capacity = 0,
        Count = 0,
        Device = log.Device,
        Inode = log.Inode,
        SyncFailed = false,
        Covered = 0,
        LastRecord = -1,
        Chain = RecordFormat.ChainStart.ToArray(),
        Tail = new byte[LogTail.Length],
        Boot = boot,
    };

    private IndexHeader? ReadHeader()
    {
        var slots = new byte[2 * IndexHeader.SlotLength];
        _file.Read(slots, 0);
        var first = IndexHeader.Read(slots);
        var second = IndexHeader.Read(slots.AsSpan(IndexHeader.SlotLength));
        return (first?.Sequence ?? -1) > (second?.Sequence ?? -1) ? first : second;
    }

    private bool IsOf(IndexHeader header, LogTail tail, Guid boot) =>
        header.Boot == boot
        && header.Device == tail.Log.Device
        && header.Inode == tail.Log.Inode
        && header.Covered <= tail.Log.Length
        && header.Tail.AsSpan().SequenceEqual(header.Covered == tail.Log.Length ? tail.Bytes : LogTail.Read(_log, header.Covered))
        && _file.Status().Length >= IndexTable.Start + (header.Capacity * IndexEntry.Length);

    /// <summary>Reads what the log holds beyond what the index covers.</summary>
    private void Cover(long end)
    {
        if (_header.SyncFailed)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"The disk failed to store '{Printable.Escape(_log.Path)}' earlier, so nothing more is acknowledged in it. Check the disk, then copy the folder to a healthy one, or restart the machine and repeat what was refused.");
        }

        if (_header.Covered == end && _header.Capacity > 0)
        {
            return;
        }

        var scanner = new LogScanner(_log, new Position(0, _header.Covered), new DamageTracker(_log.Path, () => null, _ => { }), end);
        var added = new List<IndexEntry>();
        LogRecord? last = null;
        while (scanner.Next() is { } record)
        {
            added.Add(IndexEntry.Of(IndexEntry.HashOf(record.Id), record.Position));
            if (!record.EscapedKey.IsEmpty)
            {
                added.Add(IndexEntry.Of(IndexEntry.HashOf(record.EscapedKey), record.Position));
            }

            last = record;
        }

        Add(added, end, last?.Position.Offset ?? _header.LastRecord, last?.NextChain() ?? _header.Chain, LogTail.Read(_log, end));
    }

    private LogRecord? Find(ulong hash, Predicate<LogRecord> isIt)
    {
        LogRecord? original = null;
        foreach (var position in _table.Find(hash))
        {
            // Two records can share a hash, and a place may hold what a crash left.
            var found = new LogScanner(_log, position, new DamageTracker(_log.Path, () => null, _ => { }), End).Next();
            if (found?.Position == position && isIt(found) && (original is null || position < original.Position))
            {
                original = found;
            }
        }

        return original;
    }

    /// <summary>Writes a larger table beside the present one and puts it in its place.</summary>
    private long Grow(IReadOnlyCollection<IndexEntry> added)
    {
        var entries = _header.Capacity == 0 ? [] : _table.ReadAll().ToHashSet();
        entries.UnionWith(added);
        var capacity = SmallestCapacity;
        while (capacity < entries.Count * 4)
        {
            capacity *= 2;
        }

        File.Delete(_folder[NewFileName]);
        using (var fresh = _folder.Open(NewFileName, OpenMode.CreateNew))
        {
            fresh.WriteAt(IndexTable.Build(entries, capacity), IndexTable.Start);
        }

        _folder.Rename(NewFileName, FileName);
        _file.Dispose();
        _file = StorageFile.Open(_calls, _folder[FileName], OpenMode.ReadWrite);
        _header = _header with { Capacity = capacity };
        _table = new IndexTable(_file, capacity);
        return entries.Count;
    }

    private void WriteHeader(IndexHeader header)
    {
        header = header with { Sequence = _header.Sequence + 1 };
        _file.WriteAt(header.Write(), header.Sequence % 2 * IndexHeader.SlotLength);
        _header = header;
    }
}
