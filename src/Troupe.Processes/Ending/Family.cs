using System.Text;
using Troupe.Core;
using Troupe.Processes.Native;
using Troupe.Processes.Starting;

namespace Troupe.Processes.Ending;

/// <summary>
/// Everything that one run started: its leader's session and descendants, and whatever carries its marker, however it
/// detached itself. Ends them all.
/// </summary>
internal sealed class Family(ChildProcess leader, RunMarker marker)
{
    private readonly byte[] _mark = Encoding.UTF8.GetBytes(marker.Id);

    // A member that threw its environment away and lost its parent is still known by the session it was seen in.
    private readonly HashSet<int> _sessions = [leader.Id];

    /// <summary>Asks all of them to end.</summary>
    public void Terminate() => Extermination.Signal(Members(), Linux.SignalTerminate);

    /// <summary>Whether something is left after the leader's end. A handful of system calls when nothing is.</summary>
    public bool HasSurvivors()
    {
        if (LibC.Kill(-leader.Id, 0) == 0 || ProcessTable.Children() is not { } children)
        {
            return true;
        }

        foreach (var id in children)
        {
            if (!OwnChildren.Contains(id) && ProcessEntry.Read(id) is { } entry && (Orphans.IsOne(entry) && entry.IsZombie || IsMember(entry)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Kills them until none is left.</summary>
    /// <exception cref="TroupeException">One of them cannot be killed.</exception>
    public Task EndAsync() => Extermination.EndAsync(Members);

    private List<ProcessEntry> Members()
    {
        var table = ProcessTable.Read();
        HashSet<int> descendants = leader.Exited.IsCompleted ? [] : [leader.Id];
        for (var before = -1; before != descendants.Count;)
        {
            before = descendants.Count;
            descendants.UnionWith(table.Where(entry => descendants.Contains(entry.Parent)).Select(entry => entry.Id));
        }

        List<ProcessEntry> members =
            [.. table.Where(entry => !entry.IsZombie && (descendants.Contains(entry.Id) || IsMember(entry)))];
        _sessions.UnionWith(members.Select(member => member.Session));
        return members;
    }

    // A process that was just forked by another thread of ours still shows our own environment: never our own marker.
    private bool IsMember(ProcessEntry entry) =>
        _sessions.Contains(entry.Session) || entry.Id != Environment.ProcessId && entry.EnvironmentHolds(_mark);
}
