using Microsoft.Win32.SafeHandles;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>
/// The system of a process beside which others work: before each of its calls something can be done, as long as it holds no lock, for then
/// others would wait. Nothing is brought to the disk.
/// </summary>
internal sealed class InterleavedCalls : ISystemCalls
{
    private readonly ISystemCalls _real = LinuxCalls.Instance;
    private int _held;

    /// <summary>Given the number of the point, from 1 on.</summary>
    public Action<int> At { get; set; } = _ => { };

    /// <summary>How many points there were.</summary>
    public int Points { get; private set; }

    public long Open(string path, OpenMode mode)
    {
        Pass();
        return _real.Open(path, mode);
    }

    public long Read(SafeFileHandle file, Span<byte> into, long offset) => _real.Read(file, into, offset);

    public long Write(SafeFileHandle file, ReadOnlySpan<byte> bytes)
    {
        Pass();
        return _real.Write(file, bytes);
    }

    public long WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        Pass();
        return _real.WriteAt(file, bytes, offset);
    }

    public long SetLength(SafeFileHandle file, long length) => _real.SetLength(file, length);

    public long Sync(SafeFileHandle file)
    {
        Pass();
        return 0;
    }

    public long Lock(SafeFileHandle file)
    {
        Pass();
        _held++;
        return _real.Lock(file);
    }

    public long TryLease(SafeFileHandle file) => _real.TryLease(file);

    public long EndLease(SafeFileHandle file) => _real.EndLease(file);

    public long IsLeased(SafeFileHandle file) => _real.IsLeased(file);

    public long Unlock(SafeFileHandle file)
    {
        var result = _real.Unlock(file);
        _held--;
        return result;
    }

    public long Status(SafeFileHandle file, out FileStatus status) => _real.Status(file, out status);

    public long Status(SafeFileHandle folder, string path, out FileStatus status) => _real.Status(folder, path, out status);

    public long Rename(string from, string to)
    {
        Pass();
        return _real.Rename(from, to);
    }

    public long FileSystemType(SafeFileHandle file) => _real.FileSystemType(file);

    private void Pass()
    {
        if (_held == 0)
        {
            At(++Points);
        }
    }
}
