using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>One run of one persona.</summary>
public sealed record SessionRun
{
    public required SessionId Id { get; init; }

    /// <summary>Its place among all session requests of the sprint; the order in which patches are woven.</summary>
    public required int Ordinal { get; init; }

    public required int Tick { get; init; }

    public required CommitId Base { get; init; }

    public required RunReason Reason { get; init; }

    public required IReadOnlyList<string> Mails { get; init; }

    /// <summary>The conflict that it was started to resolve.</summary>
    public PatchConflicted? Conflict { get; init; }

    /// <summary>The patches that its base holds: what it collides with of these, it had before its eyes.</summary>
    public required ImmutableHashSet<PatchId> LandedBefore { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Null: it is not known that an agent took it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When its end was first ordered; null: it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Null: it goes on.</summary>
    public SessionEnded? End { get; init; }

    public SessionState State { get; init; } = SessionState.Requested;

    /// <summary>Null: nothing captured, or nothing to capture.</summary>
    public PatchId? Patch { get; init; }

    /// <summary>The commit that holds the patch.</summary>
    public CommitId? Commit { get; init; }
}
