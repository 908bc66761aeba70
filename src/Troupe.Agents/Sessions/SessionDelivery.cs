using Troupe.Core;

namespace Troupe.Agents;

/// <summary>What an ended session left.</summary>
public sealed record SessionDelivery
{
    /// <summary>All changes as one commit on the session's base; null: nothing was changed, or it is <see cref="Unrecorded"/>.</summary>
    public CommitId? Commit { get; init; }

    /// <summary>The git directory that holds the commit's objects; null where there is no commit.</summary>
    public string? GitDirectory { get; init; }

    /// <summary>In words: why what the session made could not be recorded, and where it is kept. Null: it was.</summary>
    public string? Unrecorded { get; init; }

    public IReadOnlyList<OutboxFile> Outbox { get; init; } = [];

    /// <summary>A commit message for it, where there is one.</summary>
    public string? Message { get; init; }
}
