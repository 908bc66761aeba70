using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// A patch did not land and no other patch is to blame: <see cref="PatchOutcome.Rejected"/> by verification,
/// <see cref="PatchOutcome.Redundant"/>, <see cref="PatchOutcome.Malformed"/> or <see cref="PatchOutcome.Stale"/>.
/// </summary>
public sealed record PatchRejected : SprintEvent
{
    /// <summary>Null: it was refused before any weave.</summary>
    public int? Weave { get; init; }

    public required SessionId Session { get; init; }

    /// <summary>Null: nothing could be captured.</summary>
    public PatchId? Patch { get; init; }

    public required PatchOutcome Outcome { get; init; }

    public required string Reason { get; init; }

    /// <summary>The same when the same thing is wrong again.</summary>
    public string? Digest { get; init; }
}
