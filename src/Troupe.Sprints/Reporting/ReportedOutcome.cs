using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>How one run ended.</summary>
/// <param name="Attempt">Which run of the persona it was, from 1.</param>
/// <param name="Outcome">A patch's outcome, or the final state of a session that gave nothing to weave.</param>
/// <param name="Patch">Null: it left no patch.</param>
public sealed record ReportedOutcome(string Persona, int Attempt, string Outcome, string? Patch)
{
    /// <summary>Its commit on the sprint's branch; null: it did not land.</summary>
    public string? Commit { get; init; }

    /// <summary>The first line of that commit's message; null also where the commit is gone.</summary>
    public string? Subject { get; init; }

    /// <summary>Why it did not land; null where it did, and where nothing was to be changed. May have several lines.</summary>
    public string? Reason { get; init; }

    internal static ReportedOutcome Of(RunOutcome outcome, IReadOnlyDictionary<CommitId, string>? subjects) =>
        new($"{outcome.Session.Persona}", outcome.Session.Attempt, outcome.Outcome, outcome.Patch?.ToString())
        {
            Commit = outcome.Commit?.ToString(),
            Subject = outcome.Commit is { } commit ? subjects?.GetValueOrDefault(commit) : null,
            Reason = outcome.Reason,
        };
}
