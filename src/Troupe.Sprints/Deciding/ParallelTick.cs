namespace Troupe.Sprints;

/// <summary>
/// A tick in parallel mode has two halves. First what the last wave of sessions delivered is woven and settled, and who
/// runs again is decided; then sessions run. When the last of them is over, the next tick is due.
/// </summary>
internal static class ParallelTick
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        if (state.Mode != SprintMode.Parallel)
        {
            return null;
        }

        return state.Tick is { IsOpen: true, HasSession: false } ? BeforeSessions(state, seen) : DuringSessions(state, seen);
    }

    private static IReadOnlyList<SprintCommand>? BeforeSessions(SprintState state, Observation seen)
    {
        if (!state.Tick.HasWeave && Weaving.Waiting(state).Any())
        {
            return [Weaving.Start(state, seen, Weaving.Waiting(state))];
        }

        if (Consolidation.Decide(state, seen) is { Count: > 0 } requests)
        {
            return requests;
        }

        if (state.Roster.Any(Launching.IsReady))
        {
            return Launching.Decide(state, seen);
        }

        // The lead agreed to a held patch after this tick had woven.
        return Weaving.Waiting(state).Any() ? Notes.NextTick(state, seen) : null;
    }

    private static IReadOnlyList<SprintCommand>? DuringSessions(SprintState state, Observation seen)
    {
        if (state.Tick.IsOpen && state.Roster.Any(Launching.IsReady))
        {
            return Launching.Decide(state, seen);
        }

        if (state.Roster.Any(persona => persona.IsActive))
        {
            return [];
        }

        return Weaving.Waiting(state).Any() || Consolidation.IsWanted(state, seen) ? Notes.NextTick(state, seen) : null;
    }
}
