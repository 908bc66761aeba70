using Troupe.Core;

namespace Troupe.Git;

/// <summary>A commit to write. The same draft always gives the same name.</summary>
public sealed record CommitDraft
{
    public required TreeId Tree { get; init; }

    public IReadOnlyList<CommitId> Parents { get; init; } = [];

    public required GitSignature Author { get; init; }

    /// <summary>Null: the author.</summary>
    public GitSignature? Committer { get; init; }

    /// <summary>The whole message; a missing line break at its end is added.</summary>
    public required string Message { get; init; }
}
