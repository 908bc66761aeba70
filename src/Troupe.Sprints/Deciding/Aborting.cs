namespace Troupe.Sprints;

/// <summary>The lead ended the sprint: once every session is over and what it delivered is safe, nothing more is started.</summary>
internal static class Aborting
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        if (!state.IsAborting)
        {
            return null;
        }

        return state.Roster.Any(persona => persona.Standing is Standing.Running or Standing.Ended)
            ? []
            : Ending.End(state, seen, SprintEnding.Aborted);
    }
}
