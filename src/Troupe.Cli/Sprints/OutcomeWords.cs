using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>How a run ended, in words for people.</summary>
internal static class OutcomeWords
{
    public static string Of(ReportedOutcome outcome) => outcome switch
    {
        { Outcome: nameof(PatchOutcome.Conflicted), Reason: { } reason } => reason,
        { Outcome: nameof(PatchOutcome.Redundant), Reason: { } reason } => reason,
        { Outcome: nameof(PatchOutcome.Redundant) } => "changed nothing",
        { Reason: { } reason } => $"{Of(outcome.Outcome)}: {reason}",
        _ => Of(outcome.Outcome),
    };

    /// <param name="outcome">A <see cref="PatchOutcome"/> or a final <see cref="SessionState"/>.</param>
    public static string Of(string outcome) => outcome switch
    {
        nameof(SessionState.TimedOut) => "timed out",
        _ => outcome.ToLowerInvariant(),
    };

    /// <summary>Whether the run itself failed, so that its log is worth a look.</summary>
    public static bool IsFailedSession(string outcome) =>
        outcome is nameof(SessionState.Failed) or nameof(SessionState.TimedOut) or nameof(SessionState.Stalled) or nameof(SessionState.Lost);
}
