namespace Troupe.Sprints;

/// <summary>
/// A tick in sequential mode is one persona: its session, from what the one before it landed, and the weave of its patch.
/// Patches that a parallel wave left behind are woven first, each in a tick of its own.
/// </summary>
internal static class SequentialTick
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        if (state.Mode != SprintMode.Sequential)
        {
            return null;
        }

        if (state.Roster.Any(persona => persona.Standing is Standing.Running or Standing.Ended))
        {
            return [];
        }

        if (Weaving.Waiting(state).MinBy(persona => persona.Run!.Ordinal) is { } captured)
        {
            return state.Tick is { IsOpen: true, HasWeave: false } ? [Weaving.Start(state, seen, [captured])] : Notes.NextTick(state, seen);
        }

        return Turns.Next(state, seen) is { } next ? Take(state, seen, next) : null;
    }

    private static IReadOnlyList<SprintCommand> Take(SprintState state, Observation seen, PersonaProgress next)
    {
        if (seen.Now < Backoff.Until(next))
        {
            return [];
        }

        if (state.Tick is not { IsOpen: true, Counts: false })
        {
            return Notes.NextTick(state, seen);
        }

        return Launching.IsReady(next)
            ? [Launching.Start(state, seen, next)]
            : [Consolidation.Request(state, seen, next, next.Setback!.LeadsTo, [])];
    }
}
