using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Troupe.Core;

namespace Troupe.Agents;

/// <summary>
/// The lock on a session folder (flock). It belongs to the open file, so it dies with its process, and no program that
/// we start inherits the file.
/// </summary>
internal sealed partial class SessionLock : IDisposable
{
    private const int ReadWriteCreateCloseOnExec = 0x2 | 0x40 | 0x80000;
    private const int OwnerOnly = 0b110_000_000;
    private const int ExclusiveWithoutWaiting = 2 | 4;
    private const int WouldBlock = 11;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SafeFileHandle _file;

    private SessionLock(SafeFileHandle file) => _file = file;

    /// <returns>Null: somebody else holds it.</returns>
    public static SessionLock? TryAcquire(SessionFolder folder)
    {
        // The runtime's own way to open files takes a lock of its own, which would stand in the way of ours.
        var file = Open(folder.LockFile, ReadWriteCreateCloseOnExec, OwnerOnly);
        if (!file.IsInvalid && Flock(file, ExclusiveWithoutWaiting) == 0)
        {
            return new SessionLock(file);
        }

        var error = Marshal.GetLastPInvokeError();
        file.Dispose();
        return error == WouldBlock
            ? null
            : throw new TroupeException(
                ErrorCode.Agent,
                $"'{Printable.Escape(folder.LockFile)}' cannot be locked ({Marshal.GetPInvokeErrorMessage(error)}): "
                + "set XDG_STATE_HOME to a folder on a local disk.");
    }

    /// <summary>For a host: whoever only looks whether a session runs holds the lock for a moment, too.</summary>
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

    public void Dispose() => _file.Dispose();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
