using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog;

/// <summary>Shared pages, futexes and byte locks of Linux.</summary>
internal sealed partial class LinuxCalls : ISharedMemory
{
    private const int ReadAndWritePages = 3;
    private const int SharedPages = 1;
    private const int WaitBits = 9;
    private const int WakeBits = 10;

    /// <summary>The number of futex(2), which the C library has no name for; zero where it is not known.</summary>
    private static readonly int FutexCall = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => 0,
    };

    public long Map(SafeFileHandle file, int length, out nint address)
    {
        address = 0;
        if (FutexCall == 0 || !OperatingSystem.IsLinux())
        {
            return -Errno.NotImplemented;
        }

        address = mmap(0, length, ReadAndWritePages, SharedPages, file, 0);
        return address == -1 ? -Marshal.GetLastPInvokeError() : 0;
    }

    public void Unmap(nint address, int length) => _ = munmap(address, length);

    public long Sleep(nint address, int expected, uint bits, TimeSpan patience)
    {
        // This form of waiting takes a moment of the monotonic clock, which is what a Stopwatch reads, in nanoseconds.
        var (seconds, rest) = Math.DivRem(Stopwatch.GetTimestamp() + (long)patience.TotalNanoseconds, 1_000_000_000);
        Span<long> until = [seconds, rest];
        return Result(syscall(FutexCall, address, WaitBits, expected, in MemoryMarshal.GetReference(until), 0, (nint)bits));
    }

    public long Wake(nint address, int atMost, uint bits)
    {
        Span<long> never = [0, 0];
        return Result(syscall(FutexCall, address, WakeBits, atMost, in MemoryMarshal.GetReference(never), 0, (nint)bits));
    }

    public long TryTake(SafeFileHandle file, int place) => LockByte(file, place, WriteLock);

    public long GiveBack(SafeFileHandle file, int place) => LockByte(file, place, NoLock);

    private static long LockByte(SafeFileHandle file, int place, byte kind)
    {
        Span<byte> request = stackalloc byte[LockRequestLength];
        request.Clear();
        request[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(request[8..], place);
        BinaryPrimitives.WriteInt64LittleEndian(request[16..], 1);
        return Result(fcntl(file, SetDescriptorLock, ref MemoryMarshal.GetReference(request)));
    }

#pragma warning disable IDE1006, SA1300 // named as in the C library
    [LibraryImport("libc", SetLastError = true)]
    private static partial nint mmap(nint address, nint length, int protection, int flags, SafeFileHandle file, long offset);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int munmap(nint address, nint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint word, nint operation, nint value, in long time, nint other, nint bits);
#pragma warning restore IDE1006, SA1300
}
