using Microsoft.Win32.SafeHandles;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>The system of a process that dies before its call number N that changes anything.</summary>
internal sealed class DyingCalls(int lives) : ISystemCalls
{
    private readonly ISystemCalls _real = LinuxCalls.Instance;
    private int _calls;

    /// <summary>Whether it came to that.</summary>
    public bool HasDied { get; private set; }

    /// <summary>What another process does before this one gets the log's lock.</summary>
    public Action? BeforeLock { get; set; }

    /// <summary>Whether the disk refuses to store what was written.</summary>
    public Func<bool>? SyncFails { get; set; }

    public long Open(string path, OpenMode mode) => _real.Open(path, mode);

    public long Read(SafeFileHandle file, Span<byte> into, long offset) => _real.Read(file, into, offset);

    public long Write(SafeFileHandle file, ReadOnlySpan<byte> bytes)
    {
        Live();
        return _real.Write(file, bytes);
    }

    public long WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        Live();
        return _real.WriteAt(file, bytes, offset);
    }

    public long SetLength(SafeFileHandle file, long length)
    {
        Live();
        return _real.SetLength(file, length);
    }

    public long Sync(SafeFileHandle file)
    {
        Live();
        return SyncFails?.Invoke() == true ? -Errno.InputOutput : _real.Sync(file);
    }

    public long Lock(SafeFileHandle file)
    {
        BeforeLock?.Invoke();
        return _real.Lock(file);
    }

    public long TryLease(SafeFileHandle file) => _real.TryLease(file);

    public long EndLease(SafeFileHandle file) => _real.EndLease(file);

    public long IsLeased(SafeFileHandle file) => _real.IsLeased(file);

    public long Unlock(SafeFileHandle file) => _real.Unlock(file);

    public long Status(SafeFileHandle file, out FileStatus status) => _real.Status(file, out status);

    public long Status(SafeFileHandle folder, string path, out FileStatus status) => _real.Status(folder, path, out status);

    public long Rename(string from, string to)
    {
        Live();
        return _real.Rename(from, to);
    }

    public long FileSystemType(SafeFileHandle file) => _real.FileSystemType(file);

    private void Live()
    {
        if (HasDied || ++_calls >= lives)
        {
            HasDied = true;
            throw new DeadException();
        }
    }

    internal sealed class DeadException : Exception;
}
