using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog;

/// <summary>The calls of the C library.</summary>
internal sealed partial class LinuxCalls : ISystemCalls
{
    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int ReadAndWrite = 2;
    private const int Create = 0x40;
    private const int Exclusive = 0x80;
    private const int AppendOnly = 0x400;
    private const int CloseOnExec = 0x80000;
    private const int OwnerOnly = 0x180;
    private const int LockExclusive = 2;
    private const int LockNone = 8;
    private const int EmptyPath = 0x1000;
    private const uint InodeSizeAndLinks = 0x100 | 0x200 | 0x4;
    private const int GetDescriptorLock = 36;
    private const int SetDescriptorLock = 37;
    private const byte WriteLock = 1;
    private const byte NoLock = 2;
    private const int LockRequestLength = 32;

    public static LinuxCalls Instance { get; } = new();

    public long Open(string path, OpenMode mode) => Result(open(path, CloseOnExec | Flags(mode), OwnerOnly));

    public long Read(SafeFileHandle file, Span<byte> into, long offset) =>
        Result(pread(file, ref MemoryMarshal.GetReference(into), into.Length, offset));

    public long Write(SafeFileHandle file, ReadOnlySpan<byte> bytes) =>
        Result(write(file, in MemoryMarshal.GetReference(bytes), bytes.Length));

    public long WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) =>
        Result(pwrite(file, in MemoryMarshal.GetReference(bytes), bytes.Length, offset));

    public long SetLength(SafeFileHandle file, long length) => Result(ftruncate(file, length));

    public long Sync(SafeFileHandle file) => Result(fdatasync(file));

    public long Lock(SafeFileHandle file) => Result(flock(file, LockExclusive));

    /// <summary>An "open file description" lock over the whole file.</summary>
    public long TryLease(SafeFileHandle file) => SetLease(file, WriteLock);

    public long EndLease(SafeFileHandle file) => SetLease(file, NoLock);

    public long IsLeased(SafeFileHandle file)
    {
        Span<byte> request = stackalloc byte[LockRequestLength];
        request.Clear();
        request[0] = WriteLock;
        var result = Result(fcntl(file, GetDescriptorLock, ref MemoryMarshal.GetReference(request)));
        return result < 0 ? result : request[0] == NoLock ? 0 : 1;
    }

    public long Unlock(SafeFileHandle file) => Result(flock(file, LockNone));

    public long Rename(string from, string to) => Result(rename(from, to));

    /// <summary>By statx, whose answer has the same form on every processor.</summary>
    public long Status(SafeFileHandle file, out FileStatus status)
    {
        Span<byte> answer = stackalloc byte[256];
        var result = Result(statx(file, "", EmptyPath, InodeSizeAndLinks, ref MemoryMarshal.GetReference(answer)));
        status = ReadStatus(answer);
        return result;
    }

    public long Status(SafeFileHandle folder, string path, out FileStatus status)
    {
        Span<byte> answer = stackalloc byte[256];
        var result = Result(statx(folder, path, 0, InodeSizeAndLinks, ref MemoryMarshal.GetReference(answer)));
        status = ReadStatus(answer);
        return result;
    }

    public long FileSystemType(SafeFileHandle file)
    {
        Span<byte> answer = stackalloc byte[256];
        var result = Result(fstatfs(file, ref MemoryMarshal.GetReference(answer)));
        return result < 0 ? result : BinaryPrimitives.ReadUInt32LittleEndian(answer);
    }

    private static FileStatus ReadStatus(ReadOnlySpan<byte> answer) => new(
        BinaryPrimitives.ReadInt64LittleEndian(answer[40..]),
        BinaryPrimitives.ReadUInt64LittleEndian(answer[136..]),
        BinaryPrimitives.ReadUInt64LittleEndian(answer[32..]),
        BinaryPrimitives.ReadUInt32LittleEndian(answer[16..]));

    private static int Flags(OpenMode mode) => mode switch
    {
        OpenMode.Read => ReadOnly,
        OpenMode.Append => ReadAndWrite | Create | AppendOnly,
        OpenMode.ReadWrite => ReadAndWrite | Create,
        _ => WriteOnly | Create | Exclusive,
    };

    private static long SetLease(SafeFileHandle file, byte kind)
    {
        Span<byte> request = stackalloc byte[LockRequestLength];
        request.Clear();
        request[0] = kind;
        return Result(fcntl(file, SetDescriptorLock, ref MemoryMarshal.GetReference(request)));
    }

    private static long Result(nint returned) => returned >= 0 ? returned : -Marshal.GetLastPInvokeError();

#pragma warning disable IDE1006, SA1300 // named as in the C library
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint pread(SafeFileHandle file, ref byte into, nint length, long offset);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(SafeFileHandle file, in byte bytes, nint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint pwrite(SafeFileHandle file, in byte bytes, nint length, long offset);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ftruncate(SafeFileHandle file, long length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fdatasync(SafeFileHandle file);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fstatfs(SafeFileHandle file, ref byte answer);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int flock(SafeFileHandle file, int operation);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fcntl(SafeFileHandle file, int command, ref byte request);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string from, string to);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(SafeFileHandle file, string path, int flags, uint mask, ref byte answer);
#pragma warning restore IDE1006, SA1300
}
