using Troupe.Core;
using Troupe.Git;

namespace Troupe.Agents;

/// <summary>One run of one persona, as asked of an agent.</summary>
public sealed record SessionRequest
{
    public required SessionId Id { get; init; }

    /// <summary>The commit that it works on; the caller keeps it pinned by a ref while the session lives.</summary>
    public required CommitId Base { get; init; }

    /// <summary>
    /// A commit on the base whose files the checkout holds at first; they are part of the patch, which is still taken against the
    /// base. Pinned like the base. Null, and for agents that cannot start from it: the base itself.
    /// </summary>
    public CommitId? StartAt { get; init; }

    /// <summary>All that the agent is told.</summary>
    public required string Prompt { get; init; }

    /// <summary>One line; it becomes the subject of the commit that is collected.</summary>
    public required string Title { get; init; }

    /// <summary>The git directory that all worktrees of the repository share.</summary>
    public required string RepositoryCommonDirectory { get; init; }

    /// <summary>The <c>.team</c> folder that mail commands in the session find.</summary>
    public required string TeamFolder { get; init; }

    public required AgentSettings Agent { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Laid into the checkout and never part of the patch, such as the three sides of a conflict.</summary>
    public IReadOnlyList<CheckoutFile> Files { get; init; } = [];

    /// <summary>Author of the commit that is collected; null: the persona, under an address that reaches nobody.</summary>
    public GitIdentity? Author { get; init; }
}
