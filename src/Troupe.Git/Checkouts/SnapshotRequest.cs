using Troupe.Core;

namespace Troupe.Git;

/// <summary>What a session's checkout holds now, to be recorded as one commit on its base.</summary>
public sealed record SnapshotRequest
{
    /// <summary>The checkout.</summary>
    public required string Folder { get; init; }

    /// <summary>The commit that the checkout was made at; the only parent of what is recorded.</summary>
    public required CommitId Base { get; init; }

    public required GitSignature Author { get; init; }

    public required string Message { get; init; }

    /// <summary>Files and folders from its root that are never part of the change, such as <c>.troupe</c>.</summary>
    public IReadOnlyList<string> ExcludedPaths { get; init; } = [];
}
