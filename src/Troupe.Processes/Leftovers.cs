using System.Text;
using Troupe.Core;
using Troupe.Processes.Ending;
using Troupe.Processes.Native;

namespace Troupe.Processes;

/// <summary>Ends processes whose supervisor is gone or done.</summary>
public static class Leftovers
{
    /// <summary>Ends every process of this machine, but this one, whose environment holds exactly this variable.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Process"/>: one of them cannot be ended.</exception>
    public static Task EndMarkedAsync(string variable, string value)
    {
        Platform.Require();
        var mark = Encoding.UTF8.GetBytes($"{variable}={value}\0");
        return Extermination.EndAsync(() =>
            [.. ProcessTable.Read().Where(entry => !entry.IsZombie && entry.Id != Environment.ProcessId && entry.EnvironmentHolds(mark))]);
    }

    /// <summary>
    /// Ends everything that became a child of this process because whoever started it is gone. For a process that has
    /// nothing running any more: what belongs to a run under way is not told from what is left of an earlier one.
    /// </summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Process"/>: one of them cannot be ended.</exception>
    public static Task EndOrphansAsync()
    {
        Platform.Require();
        return Extermination.EndAsync(() => [.. ProcessTable.Read().Where(entry => !entry.IsZombie && Orphans.IsOne(entry))]);
    }
}
