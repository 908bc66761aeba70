using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>Where a persona stands, in a table.</summary>
internal sealed record StandingRow(string Persona, string Run, string State, string Detail)
{
    public static IEnumerable<StandingRow> Of(SprintState state, DateTimeOffset now)
    {
        var sessions = SprintWait.Of(state, now).OfType<SprintWait.Session>().ToDictionary(wait => wait.Persona, StringComparer.Ordinal);
        return SprintReport.Of(state, now).Standings.Select(standing => new StandingRow(
            standing.Persona,
            standing.Run == 0 ? "" : $"run {standing.Run}",
            standing.State,
            sessions.TryGetValue(standing.Persona, out var session)
                ? $"for {WaitWords.Duration(now - session.Since)}, at most {WaitWords.Duration(session.Until - now)} more"
                : standing.Detail ?? ""));
    }
}
