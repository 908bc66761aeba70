using Microsoft.Win32.SafeHandles;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// An open file. Interrupted calls are repeated here; every other failure becomes a <see cref="TroupeException"/> that says
/// what it means.
/// </summary>
internal sealed class StorageFile : IDisposable
{
    private readonly ISystemCalls _calls;
    private readonly SafeFileHandle _handle;

    private StorageFile(ISystemCalls calls, string path, long descriptor)
    {
        _calls = calls;
        Path = path;
        _handle = new SafeFileHandle((nint)descriptor, ownsHandle: true);
    }

    public string Path { get; }

    public static StorageFile Open(ISystemCalls calls, string path, OpenMode mode) => TryOpen(calls, path, mode)
        ?? throw StorageError.Of("open", path, Errno.NoEntry);

    /// <summary>Null: there is no such file (or, to create it, no such folder).</summary>
    public static StorageFile? TryOpen(ISystemCalls calls, string path, OpenMode mode)
    {
        var descriptor = Repeat((calls, path, mode), static c => c.calls.Open(c.path, c.mode));
        return descriptor switch
        {
            >= 0 => new StorageFile(calls, path, descriptor),
            -Errno.NoEntry => null,
            _ => throw StorageError.Of("open", path, (int)-descriptor),
        };
    }

    /// <summary>What has a name now in this folder, or anywhere if it is a whole path; null: nothing has.</summary>
    public FileStatus? StatusOf(string path)
    {
        FileStatus status;
        long result;
        do
        {
            result = _calls.Status(_handle, path, out status);
        }
        while (result == -Errno.Interrupted);
        return result == -Errno.NoEntry ? null : Require(result, "look into") >= 0 ? status : null;
    }

    public FileStatus Status()
    {
        FileStatus status;
        long result;
        do
        {
            result = _calls.Status(_handle, out status);
        }
        while (result == -Errno.Interrupted);
        Require(result, "look at");
        return status;
    }

    /// <summary>By the numbers of statfs(2).</summary>
    public long FileSystemType() => Require(Repeat(this, static f => f._calls.FileSystemType(f._handle)), "look at the file system of");

    /// <summary>Fills the buffer as far as the file reaches and gives the number of bytes.</summary>
    public int Read(Span<byte> into, long offset)
    {
        var total = 0;
        while (total < into.Length)
        {
            var read = _calls.Read(_handle, into[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read == -Errno.Interrupted ? 0 : (int)Require(read, "read");
        }

        return total;
    }

    /// <summary>One write; gives how many bytes went in, which may be fewer than asked.</summary>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var written = _calls.Write(_handle, bytes);
            if (written != -Errno.Interrupted)
            {
                return (int)Require(written == 0 ? -Errno.NoSpace : written, "write to");
            }
        }
    }

    public void WriteAll(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[Write(bytes)..];
        }
    }

    public void WriteAt(ReadOnlySpan<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            var written = _calls.WriteAt(_handle, bytes, offset);
            if (written != -Errno.Interrupted)
            {
                Require(written == 0 ? -Errno.NoSpace : written, "write to");
                bytes = bytes[(int)written..];
                offset += written;
            }
        }
    }

    public void Clear() => Require(Repeat(this, static f => f._calls.SetLength(f._handle, 0)), "empty");

    /// <exception cref="TroupeException">The data may be lost. Never call it again for the same data: the system forgets the failure.</exception>
    public void Sync() => Require(Repeat(this, static f => f._calls.Sync(f._handle)), "make durable");

    public void Lock() => Require(Repeat(this, static f => f._calls.Lock(f._handle)), "lock");

    /// <summary>False: somebody else holds the lease lock.</summary>
    public bool TryLease()
    {
        var result = Repeat(this, static f => f._calls.TryLease(f._handle));
        return result is not (-Errno.WouldBlock or -Errno.AccessDenied) && Require(result, "lock") >= 0;
    }

    /// <summary>Without effect where it cannot be given back: then it ends with the file.</summary>
    public void EndLease()
    {
        if (!_handle.IsClosed)
        {
            Repeat(this, static f => f._calls.EndLease(f._handle));
        }
    }

    public bool IsLeased() => Require(Repeat(this, static f => f._calls.IsLeased(f._handle)), "look at the lock of") > 0;

    public void Unlock() => Require(Repeat(this, static f => f._calls.Unlock(f._handle)), "unlock");

    /// <summary>Maps the first bytes into memory; false where the system or the file system cannot.</summary>
    public bool TryMap(int length, out nint address)
    {
        address = 0;
        return _calls is ISharedMemory memory && memory.Map(_handle, length, out address) >= 0;
    }

    /// <summary>False: somebody else has taken the place. Where places cannot be taken, everybody gets his.</summary>
    public bool TryTake(int place) =>
        _calls is not ISharedMemory memory || memory.TryTake(_handle, place) is not (-Errno.WouldBlock or -Errno.AccessDenied);

    public void GiveBack(int place) => (_calls as ISharedMemory)?.GiveBack(_handle, place);

    public void Dispose() => _handle.Dispose();

    private static long Repeat<T>(T state, Func<T, long> call)
    {
        long result;
        do
        {
            result = call(state);
        }
        while (result == -Errno.Interrupted);
        return result;
    }

    private long Require(long result, string doing) => result >= 0 ? result : throw StorageError.Of(doing, Path, (int)-result);
}
