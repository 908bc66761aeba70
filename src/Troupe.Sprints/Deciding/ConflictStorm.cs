namespace Troupe.Sprints;

/// <summary>When more than half of the personas conflicted twice, running them beside one another does not pay.</summary>
internal static class ConflictStorm
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        if (state.Mode != SprintMode.Parallel || state.Roster.Any(persona => persona.IsActive))
        {
            return null;
        }

        var twice = state.Roster.Count(persona => persona.ConflictCount >= 2);
        return 2 * twice <= state.Start.Personas.Count
            ? null
            :
            [
                Notes.Of(
                    new ModeFellBack
                    {
                        Sprint = state.Number, At = seen.Now, From = SprintMode.Parallel, To = SprintMode.Sequential,
                        Reason = $"{twice} of {state.Start.Personas.Count} personas conflicted twice.",
                    },
                    "storm"),
            ];
    }
}
