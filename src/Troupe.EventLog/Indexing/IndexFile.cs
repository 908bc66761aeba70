namespace Troupe.EventLog;

/// <summary>The file of an index: its header, of which two copies are written in turn, and its table.</summary>
internal sealed class IndexFile : IDisposable
{
    private const int SmallestCapacity = 1024;

    private readonly StorageFolder _folder;
    private readonly string _name;
    private readonly bool _isWritable;
    private StorageFile _file;

    public IndexFile(StorageFolder folder, string name)
        : this(folder, name, folder.Open(name, OpenMode.ReadWrite), isWritable: true)
    {
    }

    private IndexFile(StorageFolder folder, string name, StorageFile file, bool isWritable) =>
        (_folder, _name, _file, _isWritable) = (folder, name, file, isWritable);

    /// <summary>Opens an index to look at it only, on a medium that may not be writable. Null: there is none.</summary>
    public static IndexFile? TryOpenToRead(StorageFolder folder, string name) =>
        folder.TryOpenToRead(name) is { } file ? new IndexFile(folder, name, file, isWritable: false) : null;

    /// <summary>
    /// The header as the file has it that was opened, which somebody may have deleted or replaced since then. If it covers the
    /// whole segment, it is right all the same: nobody appended since it was written.
    /// </summary>
    public IndexHeader? ReadKeptHeader()
    {
        Span<byte> slots = stackalloc byte[2 * IndexHeader.SlotLength];
        slots = slots[.._file.Read(slots, 0)];
        var first = IndexHeader.Read(slots);
        var second = slots.Length > IndexHeader.SlotLength ? IndexHeader.Read(slots[IndexHeader.SlotLength..]) : null;
        return (first?.Sequence ?? -1) > (second?.Sequence ?? -1) ? first : second;
    }

    /// <summary>The newer of the valid headers of the file that has the name now; null: the file is empty or spoilt.</summary>
    public IndexHeader? ReadHeader()
    {
        var status = _file.Status();
        if (status.Links == 0 && _isWritable)
        {
            Reopen();
            status = _file.Status();
        }

        return ReadKeptHeader() is { } newer && status.Length >= IndexTable.Start + (newer.Capacity * IndexEntry.Length) ? newer : null;
    }

    public void WriteHeader(IndexHeader header) =>
        _file.WriteAt(header.Write(), header.Sequence % 2 * IndexHeader.SlotLength);

    public IndexTable Table(long capacity) => new(_file, capacity);

    /// <summary>Writes a larger table beside the present file, without a header yet, and puts it in its place.</summary>
    /// <returns>The capacity of the new table.</returns>
    public long Replace(IReadOnlyCollection<IndexEntry> entries)
    {
        var capacity = SmallestCapacity;
        while (capacity < entries.Count * 4)
        {
            capacity *= 2;
        }

        var draft = _name + SegmentNames.Draft;
        _folder.Delete(draft);
        using (var fresh = _folder.Open(draft, OpenMode.CreateNew))
        {
            fresh.WriteAt(IndexTable.Build(entries, capacity), IndexTable.Start);
        }

        _folder.Rename(draft, _name);
        Reopen();
        return capacity;
    }

    public void Sync() => _file.Sync();

    public void Dispose() => _file.Dispose();

    private void Reopen()
    {
        var present = _folder.Open(_name, OpenMode.ReadWrite);
        _file.Dispose();
        _file = present;
    }
}
