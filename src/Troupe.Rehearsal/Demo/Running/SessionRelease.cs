using Troupe.Core;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Demo;

/// <summary>
/// Ends the sessions of a demo that is broken off. They are processes of their own and would go on in a folder that is
/// about to be deleted.
/// </summary>
internal static class SessionRelease
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task EndAsync(Workplace workplace, SprintState state)
    {
        List<SessionId> running = [.. state.Roster.Where(persona => persona.Standing == Standing.Running).Select(persona => persona.Run!.Id)];
        foreach (var session in running)
        {
            await workplace.Agents.Of(session).CancelAsync(session, CancellationToken.None);
        }

        var started = workplace.Time.GetTimestamp();
        while (running.Count > 0 && workplace.Time.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(Look, workplace.Time, CancellationToken.None);
            foreach (var session in running.ToList())
            {
                var seen = await workplace.Agents.Of(session).ObserveAsync(session, CancellationToken.None);
                if (seen.HasEnded || seen.State == SessionState.Requested)
                {
                    running.Remove(session);
                }
            }
        }
    }
}
