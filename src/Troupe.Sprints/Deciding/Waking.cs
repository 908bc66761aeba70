namespace Troupe.Sprints;

/// <summary>When time alone changes a decision.</summary>
public static class Waking
{
    /// <returns>The next such moment after now; null: only an event can change anything.</returns>
    public static DateTimeOffset? Next(SprintState state, DateTimeOffset now)
    {
        var moments = Deadlines(state).Concat(Retries(state)).Where(moment => moment > now).ToList();
        return moments.Count == 0 ? null : moments.Min();
    }

    private static IEnumerable<DateTimeOffset> Deadlines(SprintState state) => state.Roster
        .Where(persona => persona.Standing == Standing.Running)
        .SelectMany(persona => new[] { Overdue.CancelAt(state, persona.Run!), Overdue.GiveUpAt(state, persona.Run!) });

    private static IEnumerable<DateTimeOffset> Retries(SprintState state) => state.Failures.Values
        .Select(failures => failures.Last + Backoff.After(failures.Count))
        .Concat(state.Roster.Where(persona => persona.Standing is Standing.Due or Standing.SetBack).Select(Backoff.Until));
}
