namespace Troupe.Sprints;

/// <summary>
/// What follows from a run that did not land: its persona is told, once; then it is skipped where its limits are reached
/// or it does not get on, and otherwise waits for its turn. Nothing new begins before that is settled.
/// </summary>
internal static class Settling
{
    public static IReadOnlyList<SprintCommand>? Decide(SprintState state, Observation seen)
    {
        var setBack = state.Roster.Where(persona => persona.Standing == Standing.SetBack).ToList();
        var untold = setBack.Where(persona => Reports.Owed(state, persona) is not null).ToList();
        var commands = untold
            .SelectMany(persona => Retrying.Guard(state, seen, Reports.Owed(state, persona)!))
            .Concat(setBack.Except(untold).Select(persona => Skipping.Decide(state, seen, persona)).OfType<SprintCommand>())
            .ToList();
        return commands.Count > 0 || untold.Count > 0 ? commands : null;
    }
}
