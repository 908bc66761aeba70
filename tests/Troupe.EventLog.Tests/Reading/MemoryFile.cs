using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog.Tests;

/// <summary>One file that is memory: what is changed in <see cref="Bytes"/> is what the next reading finds.</summary>
internal sealed class MemoryFile : ISystemCalls, IDisposable
{
    private readonly StorageFile _file;

    public MemoryFile(byte[] bytes)
    {
        Bytes = bytes;
        _file = StorageFile.Open(this, "memory", OpenMode.Read);
    }

    public byte[] Bytes { get; }

    public StorageFile File => _file;

    public void Dispose() => _file.Dispose();

    /// <summary>A descriptor of the system's, which closes it; nothing is read from what it leads to.</summary>
    long ISystemCalls.Open(string path, OpenMode mode) => LinuxCalls.Instance.Open("/dev/null", OpenMode.Read);

    long ISystemCalls.Read(SafeFileHandle file, Span<byte> into, long offset)
    {
        var left = Bytes.AsSpan((int)Math.Min(offset, Bytes.Length));
        left = left[..Math.Min(left.Length, into.Length)];
        left.CopyTo(into);
        return left.Length;
    }

    long ISystemCalls.Write(SafeFileHandle file, ReadOnlySpan<byte> bytes) => -Errno.InputOutput;

    long ISystemCalls.WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => -Errno.InputOutput;

    long ISystemCalls.SetLength(SafeFileHandle file, long length) => -Errno.InputOutput;

    long ISystemCalls.Sync(SafeFileHandle file) => -Errno.InputOutput;

    long ISystemCalls.Lock(SafeFileHandle file) => -Errno.InputOutput;

    long ISystemCalls.TryLease(SafeFileHandle file) => -Errno.InputOutput;

    long ISystemCalls.EndLease(SafeFileHandle file) => -Errno.InputOutput;

    long ISystemCalls.IsLeased(SafeFileHandle file) => -Errno.InputOutput;

    long ISystemCalls.Unlock(SafeFileHandle file) => -Errno.InputOutput;

    long ISystemCalls.Status(SafeFileHandle file, out FileStatus status)
    {
        status = new FileStatus(Bytes.Length, 1, 1, 1);
        return 0;
    }

    long ISystemCalls.Status(SafeFileHandle folder, string path, out FileStatus status)
    {
        status = default;
        return -Errno.NoEntry;
    }

    long ISystemCalls.Rename(string from, string to) => -Errno.InputOutput;

    long ISystemCalls.FileSystemType(SafeFileHandle file) => -Errno.InputOutput;
}
