namespace Troupe.EventLog;

/// <summary>
/// The page of memory over which the writers of a log share their syncs (docs/specs/event-log.md). Every append through it
/// has a ticket; tickets only grow.
/// </summary>
internal sealed class SyncPage : IDisposable
{
    public const int Length = 4096;

    private const int BootAt = 16;
    private const int FirstAt = 32;
    private const int WrittenAt = 40;
    private const int SyncedAt = 48;
    private const int EndedAt = 64;
    private const int BegunAt = 68;
    private const int SleepersAt = 72;
    private const int ReachesAt = 128;
    private const int Reaches = 32;

    private readonly ISharedMemory _memory;
    private readonly nint _address;

    private SyncPage(ISharedMemory memory, nint address) => (_memory, _address) = (memory, address);

    private static ReadOnlySpan<byte> Magic => "TRPSYN01"u8;

    /// <summary>The first ticket that counts: those before it were for another file, or somebody opened the log after they were written.</summary>
    public long First
    {
        get => Volatile.Read(ref At<long>(FirstAt));
        set => Volatile.Write(ref At<long>(FirstAt), value);
    }

    /// <summary>The newest ticket; its records are written. Changes under the log's lock only.</summary>
    public long Written
    {
        get => Volatile.Read(ref At<long>(WrittenAt));
        set => Volatile.Write(ref At<long>(WrittenAt), value);
    }

    /// <summary>Tickets from <see cref="First"/> up to this one are durable.</summary>
    public long Synced => Volatile.Read(ref At<long>(SyncedAt));

    /// <summary>How many syncs have ended, well or not: what sleepers look at.</summary>
    public int Ended => Volatile.Read(ref At<int>(EndedAt));

    /// <summary>The number of the newest sync that was begun.</summary>
    public int Begun => Volatile.Read(ref At<int>(BegunAt));

    /// <summary>The content of a new page.</summary>
    public static byte[] Empty(Guid boot)
    {
        var page = new byte[Length];
        Magic.CopyTo(page);
        boot.TryWriteBytes(page.AsSpan(BootAt));
        return page;
    }

    /// <summary>Whether a file is such a page, made in this boot: what an earlier one left is of no use.</summary>
    public static bool IsValid(ReadOnlySpan<byte> page, Guid boot) =>
        page.Length == Length && page.StartsWith(Magic) && new Guid(page.Slice(BootAt, 16)) == boot;

    /// <summary>Null: this system or file system cannot share memory.</summary>
    public static SyncPage? TryMap(ISharedMemory memory, StorageFile file) =>
        file.TryMap(Length, out var address) ? new SyncPage(memory, address) : null;

    /// <summary>Begins a sync that will reach every ticket there is now.</summary>
    public (int Number, long Reach) Begin()
    {
        var reach = Written;
        var number = Interlocked.Increment(ref At<int>(BegunAt));
        Volatile.Write(ref ReachOf(number), reach);
        return (number, reach);
    }

    /// <summary>Up to which ticket a sync will reach, if it does not fail.</summary>
    public long Reach(int number) => Volatile.Read(ref ReachOf(number));

    /// <summary>A sync succeeded: what it reached is durable.</summary>
    public void Publish(long reach)
    {
        ref var synced = ref At<long>(SyncedAt);
        for (var known = Synced; known < reach;)
        {
            var found = Interlocked.CompareExchange(ref synced, reach, known);
            known = found == known ? reach : found;
        }
    }

    /// <summary>A sync ended. Wakes those that waited for it, and one of those that it came too early for, to begin the next.</summary>
    public void End(int number)
    {
        Volatile.Write(ref ReachOf(number), 0);
        Interlocked.Increment(ref At<int>(EndedAt));
        if (Volatile.Read(ref At<int>(SleepersAt)) != 0)
        {
            WakeNext();
            _memory.Wake(_address + EndedAt, int.MaxValue, BitOf(number));
        }
    }

    /// <summary>Wakes one of those who wait for a sync that nobody has begun.</summary>
    public void WakeNext()
    {
        if (Volatile.Read(ref At<int>(SleepersAt)) != 0)
        {
            _memory.Wake(_address + EndedAt, 1, BitOf(Begun + 1));
        }
    }

    /// <summary>Sleeps until a sync ends. False: none did in all that time.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="ended">What <see cref="Ended"/> was when that was decided.</param>
    public bool Sleep(int number, int ended, TimeSpan patience)
    {
        Interlocked.Increment(ref At<int>(SleepersAt));
        var result = _memory.Sleep(_address + EndedAt, ended, BitOf(number), patience);
        Interlocked.Decrement(ref At<int>(SleepersAt));
        return result is >= 0 or -Errno.WouldBlock or -Errno.Interrupted;
    }

    public void Dispose() => _memory.Unmap(_address, Length);

    private static uint BitOf(int number) => 1u << (int)((uint)number % Reaches);

    private ref long ReachOf(int number) => ref At<long>(ReachesAt + ((int)((uint)number % Reaches) * sizeof(long)));

    private unsafe ref T At<T>(int offset)
        where T : unmanaged => ref *(T*)(_address + offset);
}
