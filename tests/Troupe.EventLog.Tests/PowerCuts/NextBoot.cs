using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog.Tests;

/// <summary>The machine after it was started again: the same calls, another boot.</summary>
internal sealed class NextBoot(string bootFile) : ISystemCalls
{
    private readonly LinuxCalls _real = LinuxCalls.Instance;

    public long Open(string path, OpenMode mode) =>
        _real.Open(path.StartsWith("/proc/", StringComparison.Ordinal) ? bootFile : path, mode);

    public long Read(SafeFileHandle file, Span<byte> into, long offset) => _real.Read(file, into, offset);

    public long Write(SafeFileHandle file, ReadOnlySpan<byte> bytes) => _real.Write(file, bytes);

    public long WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => _real.WriteAt(file, bytes, offset);

    public long SetLength(SafeFileHandle file, long length) => _real.SetLength(file, length);

    public long Sync(SafeFileHandle file) => 0;

    public long Lock(SafeFileHandle file) => _real.Lock(file);

    public long TryLease(SafeFileHandle file) => _real.TryLease(file);

    public long EndLease(SafeFileHandle file) => _real.EndLease(file);

    public long IsLeased(SafeFileHandle file) => _real.IsLeased(file);

    public long Unlock(SafeFileHandle file) => _real.Unlock(file);

    public long Status(SafeFileHandle file, out FileStatus status) => _real.Status(file, out status);

    public long Status(SafeFileHandle folder, string path, out FileStatus status) => _real.Status(folder, path, out status);

    public long FileSystemType(SafeFileHandle file) => _real.FileSystemType(file);

    public long Rename(string from, string to) => _real.Rename(from, to);
}
