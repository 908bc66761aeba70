using Troupe.Processes.Native;
using Troupe.Processes.Starting;

namespace Troupe.Processes.Ending;

/// <summary>Processes that became our children because whoever started them is gone.</summary>
internal static class Orphans
{
    private static readonly int OwnSession = LibC.SessionOf(0);

    /// <summary>
    /// A child that is in our own session was not started by a program of ours, all of which have sessions of their
    /// own: it is somebody else's and is left alone.
    /// </summary>
    public static bool IsOne(ProcessEntry entry) =>
        entry.Parent == Environment.ProcessId && entry.Session != OwnSession && !OwnChildren.Contains(entry.Id);

    /// <summary>
    /// Reaps those that have ended. Each by its number: waiting for any child would take the exit codes of the
    /// children that somebody else waits for.
    /// </summary>
    public static unsafe void Reap()
    {
        using (OwnChildren.Reaping())
        {
            foreach (var entry in ProcessTable.Read())
            {
                if (entry.IsZombie && IsOne(entry))
                {
                    int status;
                    _ = LibC.Wait(entry.Id, &status, Linux.WaitNoHang);
                }
            }
        }
    }
}
