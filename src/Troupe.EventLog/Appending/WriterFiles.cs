using System.Diagnostics.CodeAnalysis;

namespace Troupe.EventLog;

/// <summary>
/// What a writer works with: the lock, the active segment, its index. They stay open between the appends of one instance,
/// since opening them takes longer than an append does. What is said about them holds while the lock is held.
/// </summary>
internal sealed class WriterFiles(StorageFolder folder) : IDisposable
{
    public const string LockName = "events.lock";

    private StorageFile? _gate;
    private StorageFile? _log;
    private IndexFile? _index;

    /// <summary>The active segment.</summary>
    public StorageFile Log => _log ?? throw new InvalidOperationException("The log is not locked.");

    /// <summary>Which file it is, and how long it was when the lock was taken.</summary>
    public FileStatus Status { get; private set; }

    /// <summary>The file of its index.</summary>
    public IndexFile Index => _index ??= new IndexFile(folder, SegmentNames.ActiveIndex);

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

    /// <summary>Opens the active segment that follows one which was sealed. The lock stays held.</summary>
    public void OpenNext()
    {
        _index?.Dispose();
        _index = null;
        _log?.Dispose();
        OpenLog();
    }

    /// <summary>Closes the files, and with them ends the lock.</summary>
    public void Dispose()
    {
        _index?.Dispose();
        _log?.Dispose();
        _gate?.Dispose();
        (_index, _log, _gate) = (null, null, null);
    }

    private bool TryLock()
    {
        _gate ??= folder.Open(LockName, OpenMode.ReadWrite);
        _gate.Lock();
        if (_gate.Status().Links == 0)
        {
            return false;
        }

        if (_log is null)
        {
            OpenLog();
            return true;
        }

        var present = folder.StatusOf(SegmentNames.Active);
        var isPresent = present?.IsSameFile(Status) == true;
        Status = present ?? Status;
        return isPresent;
    }

    [MemberNotNull(nameof(_log))]
    private void OpenLog()
    {
        _log = folder.Open(SegmentNames.Active, OpenMode.Append);
        Status = _log.Status();
    }
}
