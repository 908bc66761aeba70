using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What was seen of running sessions becomes a fact: they started, they changed, they ended.</summary>
internal static class Noticing
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        var notes = state.Roster
            .Where(persona => persona.Standing == Standing.Running)
            .SelectMany(persona => Notice(state, seen, persona))
            .ToList();
        return notes.Count > 0 ? notes : null;
    }

    private static IEnumerable<SprintCommand> Notice(SprintState state, Observation seen, PersonaProgress persona)
    {
        var run = persona.Run!;
        if (!seen.Sessions.TryGetValue(run.Id, out var sight))
        {
            yield break;
        }

        if (sight.State.IsFinal)
        {
            yield return Notes.Of(End(state, seen, persona, sight), $"{run.Id}");
        }
        else if (run.StartedAt is null && sight.State != SessionState.Requested)
        {
            // The agent took it, but its answer never arrived.
            yield return Notes.Of(new SessionStarted { Sprint = state.Number, At = seen.Now, Session = run.Id }, $"{run.Id}");
        }
        else if (sight.State != run.State && sight.State != SessionState.Requested)
        {
            yield return Notes.Of(
                new SessionObserved { Sprint = state.Number, At = seen.Now, Session = run.Id, State = sight.State, Detail = sight.Detail },
                $"{run.Id}:{sight.State}");
        }
    }

    private static SessionEnded End(SprintState state, Observation seen, PersonaProgress persona, SessionSight sight) => new()
    {
        Sprint = state.Number,
        At = seen.Now,
        Session = persona.Run!.Id,
        State = Overdue.WasCancelledFor(state, persona) && sight.State == SessionState.Cancelled ? SessionState.TimedOut : sight.State,
        Failure = sight.State is SessionState.Failed ? sight.Failure : null,
        Detail = sight.Detail,
    };
}
