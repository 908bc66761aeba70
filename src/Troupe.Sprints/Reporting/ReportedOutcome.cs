namespace Troupe.Sprints;

/// <summary>How one run ended.</summary>
/// <param name="Attempt">Which run of the persona it was, from 1.</param>
/// <param name="Outcome">A patch's outcome, or the final state of a session that gave nothing to weave.</param>
/// <param name="Patch">Null: it left no patch.</param>
public sealed record ReportedOutcome(string Persona, int Attempt, string Outcome, string? Patch)
{
    internal static ReportedOutcome Of(RunOutcome outcome) =>
        new($"{outcome.Session.Persona}", outcome.Session.Attempt, outcome.Outcome, outcome.Patch?.ToString());
}
