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
        _ => With(Of(outcome.Outcome), outcome.Reason),
    };

    /// <param name="outcome">A <see cref="PatchOutcome"/> or a final <see cref="SessionState"/>.</param>
    public static string Of(string outcome) => outcome switch
    {
        nameof(SessionState.TimedOut) => "timed out",
        _ => outcome.ToLowerInvariant(),
    };

    /// <summary>A word and its reason, where that says more than the word.</summary>
    public static string With(string word, string? reason) => reason is null || reason == word ? word : $"{word}: {reason}";

    /// <summary>Whether the run itself failed, so that its log is worth a look.</summary>
    public static bool IsFailedSession(string outcome) =>
        outcome is nameof(SessionState.Failed) or nameof(SessionState.TimedOut) or nameof(SessionState.Stalled) or nameof(SessionState.Lost);
}
