using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Troupe.EventLog;

/// <summary>
/// What a writer works with: the lock, the active segment, its index. They stay open between the appends of one instance,
/// since opening them takes longer than an append does. What is said about them holds while the lock is held.
/// </summary>
internal sealed class WriterFiles(StorageFolder folder) : IDisposable
{
    public const string LockName = "events.lock";

    /// <summary>Memory for a batch of this length is kept for the next one; fresh memory costs a page fault each time.</summary>
    private const int KeptLength = 64 * 1024;

    private StorageFile? _entries;
    private StorageFile? _gate;
    private StorageFile? _log;
    private IndexFile? _index;
    private ArrayBufferWriter<byte>? _lines;
    private FileStatus _gateStatus;
    private bool _isLogKept;
    private bool _hasAskedGroup;

    /// <summary>The active segment.</summary>
    public StorageFile Log => _log ?? throw new InvalidOperationException("The log is not locked.");

    /// <summary>Which file it is, and how long it was when the lock was taken.</summary>
    public FileStatus Status { get; private set; }

    /// <summary>The file of its index.</summary>
    public IndexFile Index => _index ??= new IndexFile(folder, SegmentNames.ActiveIndex);

    /// <summary>With whom the syncs of the active segment are shared; null: with nobody.</summary>
    public SyncGroup? Group { get; private set; }

    /// <summary>What the index says, if it is open from an earlier append.</summary>
    public IndexHeader? KeptHeader => _index?.ReadKeptHeader();

    /// <summary>Where the lines of a batch are put together, empty.</summary>
    public ArrayBufferWriter<byte> Lines(int length)
    {
        if (length > KeptLength)
        {
            return new ArrayBufferWriter<byte>(length);
        }

        _lines ??= new ArrayBufferWriter<byte>(Math.Max(length, KeptLength / 16));
        _lines.ResetWrittenCount();
        return _lines;
    }

    /// <summary>Waits for the right to append, and makes sure that the files are those that have their names now.</summary>
    public void Lock()
    {
        while (!TryLock())
        {
            // The folder was replaced, or its lock deleted, or a segment sealed: nothing that was open is of use.
            Dispose();
        }
    }

    public void Unlock() => _gate!.Unlock();

    /// <summary>Whether the folder has a file of this name.</summary>
    public bool IsThere(string name) => _entries!.StatusOf(name) is not null;

    /// <summary>
    /// Shares the syncs of the active segment with other writers, from the second append on: a process that appends once does not
    /// make up for what joining takes, and disturbs the others.
    /// </summary>
    public void ShareSyncs(Guid boot)
    {
        if (_isLogKept && !_hasAskedGroup)
        {
            Group = SyncGroup.TryJoin(folder, boot);
            _hasAskedGroup = true;
        }
    }

    /// <summary>Opens the active segment that follows one which was sealed. The lock stays held.</summary>
    public void OpenNext()
    {
        CloseIndex();
        CloseLog();
        OpenLog();
    }

    public void CloseIndex()
    {
        _index?.Dispose();
        _index = null;
    }

    /// <summary>Closes the files, and with them ends the lock.</summary>
    public void Dispose()
    {
        CloseIndex();
        CloseLog();
        _gate?.Dispose();
        _entries?.Dispose();
        (_gate, _entries) = (null, null);
    }

    private bool TryLock()
    {
        // Whether the folder or the lock was replaced is looked at before the lock is taken, as when it is opened anew.
        if (_gate is null)
        {
            OpenGate();
        }
        else if (_entries!.StatusOf(_gate.Path)?.IsSameFile(_gateStatus) != true)
        {
            return false;
        }

        _gate.Lock();
        if (_log is null)
        {
            OpenLog();
            return true;
        }

        var present = _entries!.StatusOf(SegmentNames.Active);
        var isPresent = present?.IsSameFile(Status) == true;
        Status = present ?? Status;
        _isLogKept = true;
        return isPresent;
    }

    [MemberNotNull(nameof(_gate))]
    private void OpenGate()
    {
        _entries = folder.OpenToWriteIn();
        _gate = folder.Open(LockName, OpenMode.ReadWrite);
        _gateStatus = _gate.Status();
    }

    [MemberNotNull(nameof(_log))]
    private void OpenLog()
    {
        _log = folder.Open(SegmentNames.Active, OpenMode.Append);
        Status = _log.Status();
    }

    private void CloseLog()
    {
        Group?.Dispose();
        _log?.Dispose();
        (Group, _log, _isLogKept, _hasAskedGroup) = (null, null, false, false);
    }
}
