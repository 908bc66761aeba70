using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Agents;

/// <summary>The lock on a session folder: whoever holds it changes what is in there.</summary>
internal sealed class SessionLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileLock _lock;

    private SessionLock(FileLock held) => _lock = held;

    /// <returns>Null: somebody else holds it.</returns>
    public static SessionLock? TryAcquire(SessionFolder folder)
    {
        try
        {
            return FileLock.TryAcquire(folder.LockFile) is { } held ? new SessionLock(held) : null;
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Storage)
        {
            throw new TroupeException(
                ErrorCode.Agent,
                $"'{Printable.Escape(folder.LockFile)}' cannot be locked ({failure.Message}): set XDG_STATE_HOME to a folder on a local disk.",
                failure);
        }
    }

    /// <summary>For a host: whoever looks whether a session was lost holds the lock for a moment, too.</summary>
    /// <returns>Null: somebody keeps it.</returns>
    public static async Task<SessionLock?> AcquireAsync(SessionFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var start = time.GetTimestamp(); time.GetElapsedTime(start) < Patience; await Task.Delay(Pause, time, cancellationToken))
        {
            if (TryAcquire(folder) is { } held)
            {
                return held;
            }
        }

        return null;
    }

    public void Dispose() => _lock.Dispose();
}
