using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Troupe.Core;
using Troupe.Processes.Native;

namespace Troupe.Processes.Watching;

/// <summary>
/// One thread that waits for all pipes and all children of this process (epoll), however many programs run.
/// It lives as long as the process; what it calls must be short and must not throw.
/// </summary>
internal sealed unsafe class ReadinessLoop
{
    private const int Capacity = 64;

    // The kernel packs struct epoll_event on x64 only.
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;
    private static readonly int EntrySize = DataOffset + 8;
    private static readonly Lazy<ReadinessLoop> Instance = new(() => new ReadinessLoop());

    private readonly ConcurrentDictionary<long, Action> _handlers = new();
    private readonly int _epoll;
    private long _last;

    private ReadinessLoop()
    {
        _epoll = LibC.EpollCreate(Linux.OpenCloseOnExec);
        if (_epoll < 0)
        {
            throw new TroupeException(ErrorCode.Process, $"The system gives no epoll descriptor: {LastError()}.");
        }

        new Thread(Run) { IsBackground = true, Name = "troupe-readiness" }.Start();
    }

    public static ReadinessLoop Shared => Instance.Value;

    /// <summary>
    /// Calls <paramref name="ready"/> again and again while the descriptor is ready, until the watch is disposed.
    /// One call may still be under way after that.
    /// </summary>
    public Watch Add(int descriptor, uint events, Action ready)
    {
        var key = Interlocked.Increment(ref _last);
        _handlers[key] = ready;
        var entry = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(new Span<byte>(entry, 4), events);
        BinaryPrimitives.WriteInt64LittleEndian(new Span<byte>(entry + DataOffset, 8), key);
        if (LibC.EpollControl(_epoll, Linux.EpollAdd, descriptor, entry) != 0)
        {
            _handlers.TryRemove(key, out _);
            throw new TroupeException(ErrorCode.Process, $"A pipe or process cannot be watched: {LastError()}.");
        }

        return new Watch(this, key, descriptor);
    }

    internal void Remove(long key, int descriptor)
    {
        if (_handlers.TryRemove(key, out _))
        {
            var unused = stackalloc byte[16];
            _ = LibC.EpollControl(_epoll, Linux.EpollDelete, descriptor, unused);
        }
    }

    private static string LastError() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    private void Run()
    {
        var entries = stackalloc byte[Capacity * EntrySize];
        while (true)
        {
            var count = LibC.EpollWait(_epoll, entries, Capacity, -1);
            for (var i = 0; i < count; i++)
            {
                var key = BinaryPrimitives.ReadInt64LittleEndian(new Span<byte>(entries + (i * EntrySize) + DataOffset, 8));
                if (_handlers.TryGetValue(key, out var ready))
                {
                    ready();
                }
            }
        }
    }
}
