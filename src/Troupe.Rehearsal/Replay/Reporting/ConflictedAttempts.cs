using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// Every attempt of a case that conflicted. A change that comes again as it was is not woven again by the engine: it
/// would collide as before. For a replay that is a second conflict, in the same places.
/// </summary>
internal static class ConflictedAttempts
{
    public static IReadOnlyList<ReportedConflict> Of(SprintState state)
    {
        var woven = SprintReport.Of(state, state.Start.At).Conflicts;
        var known = woven.Select(conflict => (conflict.Persona, conflict.Attempt)).ToHashSet();
        var again = state.Outcomes
            .Where(outcome => outcome.Outcome == nameof(PatchOutcome.Conflicted)
                && !known.Contains((outcome.Session.Persona.Value, outcome.Session.Attempt)))
            .Select(outcome => Again(woven, outcome.Session))
            .OfType<ReportedConflict>();
        return [.. woven, .. again];
    }

    private static ReportedConflict? Again(IReadOnlyList<ReportedConflict> woven, SessionId session) =>
        woven.LastOrDefault(conflict => conflict.Persona == session.Persona.Value && conflict.Attempt < session.Attempt) is { } before
            ? before with { Attempt = session.Attempt }
            : null;
}
