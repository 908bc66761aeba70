namespace Troupe.EventLog;

/// <summary>
/// The lock of a file, held. It is given back by itself and not only by closing the file: a program that
/// is being started by another thread holds a copy of every descriptor for a moment, and the lock with it.
/// </summary>
internal sealed class HeldLock : IDisposable
{
    private readonly StorageFile _gate;

    private HeldLock(StorageFile gate) => _gate = gate;

    /// <summary>Waits for it.</summary>
    /// <exception cref="Core.TroupeException">The folder is on a network file system, where a lock says nothing.</exception>
    public static HeldLock Take(StorageFolder folder, string name)
    {
        folder.RequireLocal();
        var gate = folder.Open(name, OpenMode.ReadWrite);
        try
        {
            gate.Lock();
            return new HeldLock(gate);
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            _gate.Unlock();
        }
        finally
        {
            _gate.Dispose();
        }
    }
}
