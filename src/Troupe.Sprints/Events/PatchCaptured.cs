using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What a session delivered is safe: its patch is pinned, its outbox is posted.</summary>
public sealed record PatchCaptured : SprintEvent
{
    public required SessionId Session { get; init; }

    /// <summary>Null: the session changed nothing, or what it changed is <see cref="Unrecorded"/>.</summary>
    public PatchId? Patch { get; init; }

    /// <summary>The commit that holds the patch's result; its parent is the session's base.</summary>
    public CommitId? Commit { get; init; }

    /// <summary>What the session said about its change, or why there is none.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// Why what it delivered is not safe but only where the session left it, and where that is: the session counts as failed,
    /// and its folder is kept. Null: it is safe, or there was nothing.
    /// </summary>
    public string? Unrecorded { get; init; }

    /// <summary>How many of its letters could not be posted, and went back to it as mail; null: none.</summary>
    public int? Returned { get; init; }
}
