using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// A session that was requested and that no agent knows: the request was lost on its way, or in a crash. It is asked for
/// again under the same id; where the first request did arrive after all, that is the same session.
/// </summary>
internal static class Adopting
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        if (state.IsAborting)
        {
            return null;
        }

        var commands = state.Roster
            .Where(persona => persona is { Standing: Standing.Running, Skip: null, Run.StartedAt: null })
            .Where(persona => !seen.Sessions.ContainsKey(persona.Run!.Id))
            .SelectMany(persona => Ask(state, seen, persona))
            .ToList();
        return commands.Count > 0 ? commands : null;
    }

    private static IEnumerable<SprintCommand> Ask(SprintState state, Observation seen, PersonaProgress persona)
    {
        var start = Launching.Command(state, persona.Run!);
        var failures = state.Failures.GetValueOrDefault(start.Key);
        if (failures is { Count: >= Backoff.Patience })
        {
            yield return Notes.Of(
                new SessionEnded
                {
                    Sprint = state.Number, At = seen.Now, Session = start.Session, State = SessionState.Failed,
                    Failure = "start", Detail = $"No agent took it: {failures.Error}",
                },
                $"{start.Session}");
        }
        else if (failures is null || seen.Now >= Backoff.Until(failures))
        {
            yield return start;
        }
    }
}
