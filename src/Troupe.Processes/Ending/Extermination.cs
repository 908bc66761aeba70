using System.Diagnostics;
using Troupe.Core;
using Troupe.Processes.Native;

namespace Troupe.Processes.Ending;

/// <summary>Kills processes until none of their kind is left: they may fork while they are being killed.</summary>
internal static class Extermination
{
    private const int LongestPause = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="find">Those alive now.</param>
    /// <exception cref="TroupeException">One of them cannot be killed.</exception>
    public static async Task EndAsync(Func<IReadOnlyList<ProcessEntry>> find)
    {
        var clock = Stopwatch.StartNew();
        for (var pause = 1; ; pause = Math.Min(pause * 2, LongestPause))
        {
            Orphans.Reap();
            var alive = find();
            if (alive.Count == 0)
            {
                return;
            }

            if (clock.Elapsed > Patience)
            {
                throw new TroupeException(
                    ErrorCode.Process,
                    $"Process {alive[0].Id} does not end although it was killed (it waits for a device or belongs to somebody else): end it by hand.");
            }

            Signal(alive, Linux.SignalKill);
            await Task.Delay(pause);
        }
    }

    public static void Signal(IReadOnlyList<ProcessEntry> processes, int signal)
    {
        foreach (var process in processes)
        {
            _ = LibC.Kill(process.Id, signal);
        }
    }
}
