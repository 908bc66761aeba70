using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Analytics;

/// <summary>What the events of one patch say, taken together.</summary>
internal sealed record PatchRow(SessionId Session, int Sprint, string? Patch)
{
    public DateTimeOffset? CapturedAt { get; init; }

    public string? Commit { get; init; }

    public string? Outcome { get; init; }

    public DateTimeOffset? OutcomeAt { get; init; }

    public long? Weave { get; init; }

    public string? LandedCommit { get; init; }

    public string? Reason { get; init; }

    /// <summary>The session whose patch an event is about, and the patch; null: it is about none.</summary>
    public static (SessionId Session, string? Patch)? PatchOf(SprintEvent happened) => happened switch
    {
        PatchCaptured { Patch: { } patch } e => (e.Session, patch.ToString()),
        PatchLanded e => (e.Session, e.Patch.ToString()),
        PatchConflicted e => (e.Session, e.Patch.ToString()),
        PatchRejected e => (e.Session, e.Patch?.ToString()),
        PatchHeld e => (e.Session, e.Patch.ToString()),
        PatchDeclined e => (e.Session, e.Patch.ToString()),
        _ => null,
    };

    public PatchRow After(SprintEvent happened) => happened switch
    {
        PatchCaptured e => this with { CapturedAt = e.At, Commit = e.Commit?.ToString() },
        PatchLanded e => Decided(PatchOutcome.Landed, e, e.Weave, null) with { LandedCommit = e.Commit.ToString() },
        PatchConflicted e => Decided(PatchOutcome.Conflicted, e, e.Weave, ReportedConflict.Of(e).InWords),
        PatchRejected e => Decided(e.Outcome, e, e.Weave, e.Reason),
        PatchHeld e => Decided(PatchOutcome.Held, e, e.Weave, e.Reason),
        PatchDeclined e => Decided(PatchOutcome.Rejected, e, null, e.AsRejection().Reason),
        WeaveDropped e => this with { Outcome = "dropped", OutcomeAt = e.At, Weave = e.Weave, Reason = e.Reason },
        _ => this,
    };

    private PatchRow Decided(PatchOutcome outcome, SprintEvent happened, int? weave, string? reason) =>
        this with { Outcome = Words.Of(outcome), OutcomeAt = happened.At, Weave = weave, Reason = reason };
}
