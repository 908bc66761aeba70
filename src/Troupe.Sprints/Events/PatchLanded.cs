using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A patch is part of the published branch. Nothing that comes later takes this back.</summary>
public sealed record PatchLanded : SprintEvent
{
    public required int Weave { get; init; }

    public required SessionId Session { get; init; }

    public required PatchId Patch { get; init; }

    /// <summary>The persona's commit on the branch.</summary>
    public required CommitId Commit { get; init; }
}
