using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog.Tests;

/// <summary>The real system calls, with a say in each of them before it is made.</summary>
internal sealed class FaultyCalls : ISystemCalls, ISharedMemory
{
    private readonly LinuxCalls _real = LinuxCalls.Instance;
    private int _made;

    /// <summary>Given the name and the running number of a call: null lets it happen, a number is its result.</summary>
    public Func<string, int, long?> Instead { get; set; } = (_, _) => null;

    /// <summary>Bytes that one write takes at most.</summary>
    public int LargestWrite { get; set; } = int.MaxValue;

    /// <summary>How many calls were made.</summary>
    public int Made => _made;

    /// <summary>The names of the calls that were made, in order.</summary>
    public List<string> Names { get; } = [];

    /// <summary>How files were opened, in order.</summary>
    public List<OpenMode> Modes { get; } = [];

    public long Open(string path, OpenMode mode)
    {
        Modes.Add(mode);
        return Make("open", () => _real.Open(path, mode));
    }

    public long Read(SafeFileHandle file, Span<byte> into, long offset) => Before("read") ?? _real.Read(file, into, offset);

    public long Write(SafeFileHandle file, ReadOnlySpan<byte> bytes) =>
        Before("write") ?? _real.Write(file, bytes[..Math.Min(bytes.Length, LargestWrite)]);

    public long WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) =>
        Before("writeAt") ?? _real.WriteAt(file, bytes[..Math.Min(bytes.Length, LargestWrite)], offset);

    public long SetLength(SafeFileHandle file, long length) => Make("setLength", () => _real.SetLength(file, length));

    public long Sync(SafeFileHandle file) => Make("sync", () => _real.Sync(file));

    public long Lock(SafeFileHandle file) => Make("lock", () => _real.Lock(file));

    public long TryLease(SafeFileHandle file) => Make("tryLease", () => _real.TryLease(file));

    public long EndLease(SafeFileHandle file) => Make("endLease", () => _real.EndLease(file));

    public long IsLeased(SafeFileHandle file) => Make("isLeased", () => _real.IsLeased(file));

    public long Unlock(SafeFileHandle file) => Make("unlock", () => _real.Unlock(file));

    public long Status(SafeFileHandle file, out FileStatus status)
    {
        status = default;
        return Before("status") ?? _real.Status(file, out status);
    }

    public long Status(SafeFileHandle folder, string path, out FileStatus status)
    {
        status = default;
        return Before("statusOf") ?? _real.Status(folder, path, out status);
    }

    public long FileSystemType(SafeFileHandle file) => Make("fileSystemType", () => _real.FileSystemType(file));

    public long Rename(string from, string to) => Make("rename", () => _real.Rename(from, to));

    public long Map(SafeFileHandle file, int length, out nint address)
    {
        address = 0;
        return Before("map") ?? _real.Map(file, length, out address);
    }

    public void Unmap(nint address, int length) => _real.Unmap(address, length);

    public long Sleep(nint address, int expected, uint bits, TimeSpan patience) =>
        Make("sleep", () => _real.Sleep(address, expected, bits, patience));

    public long Wake(nint address, int atMost, uint bits) => Make("wake", () => _real.Wake(address, atMost, bits));

    public long TryTake(SafeFileHandle file, int place) => Make("tryTake", () => _real.TryTake(file, place));

    public long GiveBack(SafeFileHandle file, int place) => Make("giveBack", () => _real.GiveBack(file, place));

    private long Make(string name, Func<long> call) => Before(name) ?? call();

    private long? Before(string name)
    {
        Names.Add(name);
        return Instead(name, _made++);
    }
}
