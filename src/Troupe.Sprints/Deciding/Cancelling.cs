using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Sessions that must not go on: their time is up, the lead skipped their persona, or the sprint is aborted.</summary>
internal static class Cancelling
{
    public static string Key(SessionRun run) => $"{CommandNames.CancelSession}:{run.Id}";

    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        var commands = state.Roster
            .Where(persona => persona.Standing == Standing.Running)
            .SelectMany(persona => Cancel(state, seen, persona))
            .ToList();
        return commands.Count > 0 ? commands : null;
    }

    private static IEnumerable<SprintCommand> Cancel(SprintState state, Observation seen, PersonaProgress persona)
    {
        var run = persona.Run!;
        var unwanted = Overdue.IsUnwanted(state, persona.Id);
        var neverArrived = unwanted && run.StartedAt is null && !seen.Sessions.ContainsKey(run.Id);
        if (seen.Now >= Overdue.GiveUpAt(state, run) || neverArrived)
        {
            yield return Notes.Of(
                new SessionEnded
                {
                    Sprint = state.Number, At = seen.Now, Session = run.Id,
                    State = unwanted ? SessionState.Cancelled : SessionState.TimedOut,
                    Detail = neverArrived ? "No agent knows it." : "It neither ended in time nor answered when it was cancelled.",
                },
                $"{run.Id}");
        }
        else if ((unwanted || seen.Now >= Overdue.CancelAt(state, run)) && !state.Done.Contains(Key(run)))
        {
            foreach (var command in Retrying.Guard(state, seen, Command(state, seen, run)))
            {
                // One that cannot be cancelled is given up in time; that is no reason to pause the sprint.
                if (command is CancelSession)
                {
                    yield return command;
                }
            }
        }
    }

    private static CancelSession Command(SprintState state, Observation seen, SessionRun run) => new()
    {
        Key = Key(run),
        Session = run.Id,
        Intent = state.Intended.Contains(Key(run))
            ? []
            : [new CommandIntended { Sprint = state.Number, At = seen.Now, Command = CommandNames.CancelSession, Key = Key(run), Detail = $"{run.Id}" }],
    };
}
