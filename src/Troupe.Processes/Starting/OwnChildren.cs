using System.Collections.Concurrent;

namespace Troupe.Processes.Starting;

/// <summary>
/// The processes that this process started itself and has not reaped. Any other child was left behind by one of them:
/// only those may be reaped by whoever finds them, and not while a start is under way whose number is not yet known.
/// </summary>
internal static class OwnChildren
{
    private static readonly ConcurrentDictionary<int, bool> Ids = new();
    private static readonly ReaderWriterLockSlim Gate = new(LockRecursionPolicy.NoRecursion);

    public static void Add(int id) => Ids[id] = true;

    public static void Remove(int id) => Ids.TryRemove(id, out _);

    public static bool Contains(int id) => Ids.ContainsKey(id);

    /// <summary>Held from before a process is created until it was added.</summary>
    public static Scope Starting()
    {
        Gate.EnterReadLock();
        return new Scope(Gate.ExitReadLock);
    }

    /// <summary>Held while children of unknown origin are reaped.</summary>
    public static Scope Reaping()
    {
        Gate.EnterWriteLock();
        return new Scope(Gate.ExitWriteLock);
    }

    internal readonly struct Scope(Action exit) : IDisposable
    {
        public void Dispose() => exit();
    }
}
