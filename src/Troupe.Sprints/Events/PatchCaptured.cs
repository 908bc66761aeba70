using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What a session delivered is safe: its patch is pinned, its outbox is posted.</summary>
public sealed record PatchCaptured : SprintEvent
{
    public required SessionId Session { get; init; }

    /// <summary>Null: the session changed nothing.</summary>
    public PatchId? Patch { get; init; }

    /// <summary>The commit that holds the patch's result; its parent is the session's base.</summary>
    public CommitId? Commit { get; init; }

    /// <summary>What the session said about its change, or why there is none.</summary>
    public string? Message { get; init; }
}
