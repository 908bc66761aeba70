namespace Troupe.Sprints;

/// <summary>
/// Whose turn it is in sequential mode: round-robin in roster order, and after the round those that have to try again.
/// Mail moves its recipient to the front, among those that are still to run; it gives nobody a turn that has had one.
/// </summary>
internal static class Turns
{
    public static PersonaProgress? Next(SprintState state, Observation seen)
    {
        var waiting = state.Roster.Where(persona => persona.Standing is Standing.Unstarted or Standing.Due or Standing.SetBack);
        return waiting
            .OrderBy(persona => persona.Standing == Standing.Due ? 0 : 1)
            .ThenBy(persona => Mailboxes.Asking(seen, persona).Any() ? 0 : 1)
            .ThenBy(persona => persona.Standing == Standing.SetBack ? 1 : 0)
            .ThenBy(persona => persona.Setback?.Tick ?? 0)
            .ThenBy(persona => persona.Rank)
            .FirstOrDefault();
    }
}
