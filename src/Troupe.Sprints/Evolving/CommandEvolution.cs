using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Commands without kinds of their own, and what the lead orders.</summary>
internal static class CommandEvolution
{
    public static SprintState Evolve(SprintState state, SprintEvent happened) => happened switch
    {
        CommandIntended e => Obey(state, e) with { Intended = state.Intended.Add(e.Key) },
        CommandDone e => state with { Done = state.Done.Add(e.Key), Failures = state.Failures.Remove(e.Key) },
        CommandFailed e => state with { Failures = state.Failures.SetItem(e.Key, Count(state.Failures.GetValueOrDefault(e.Key), e)) },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no event of a command."),
    };

    private static CommandFailures Count(CommandFailures? before, CommandFailed failed) =>
        new((before?.Count ?? 0) + 1, failed.At, failed.Error);

    private static SprintState Obey(SprintState state, CommandIntended order) => order.Command switch
    {
        CommandNames.Abort => state with { IsAborting = true, Paused = null, Failures = ImmutableDictionary<string, CommandFailures>.Empty },
        CommandNames.Resume => state with { Paused = null, Failures = ImmutableDictionary<string, CommandFailures>.Empty },
        CommandNames.Retry when PersonaId.TryParse(order.Detail, out var id) && state.Personas.TryGetValue(id, out var persona)
            => state.With(Forgive(persona)),
        CommandNames.CancelSession when SessionId.TryParse(order.Detail, out var session) => Cancel(state, session, order.At),
        _ => state,
    };

    private static SprintState Cancel(SprintState state, SessionId session, DateTimeOffset at) =>
        state.Personas.TryGetValue(session.Persona, out var persona) && persona.Run is { CancelledAt: null } run && run.Id == session
            ? state.With(persona with { Run = run with { CancelledAt = at } })
            : state;

    /// <summary>Another try begins with a clean record; what the persona has landed or been told stays.</summary>
    private static PersonaProgress Forgive(PersonaProgress persona)
    {
        if (persona is not { Standing: Standing.Skipped, Skip: { } skip })
        {
            return persona;
        }

        var clean = persona with { Skip = null, Charged = 0, Forgiven = persona.Runs, Seen = [] };
        if (persona.Run is not { } run)
        {
            return clean with { Standing = Standing.Unstarted };
        }

        return persona.Setback is { Event: PatchConflicted or PatchRejected } setback
            ? clean with { Standing = Standing.SetBack, Setback = setback with { Repeats = null } }
            : clean with
            {
                Standing = Standing.SetBack,
                Setback = new Setback { Event = skip, Session = run.Id, LeadsTo = RunReason.Retry, Tick = run.Tick },
            };
    }
}
