using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What the engine saw of the world before it asks for a decision. Everything in it may be late; nothing may be invented.</summary>
public sealed record Observation
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The sessions of this sprint that agents know; one that is missing here is unknown to every agent.</summary>
    public IReadOnlyDictionary<SessionId, SessionSight> Sessions { get; init; } = ImmutableDictionary<SessionId, SessionSight>.Empty;

    /// <summary>What the sprint's branch points at in the repository; null: there is no such branch.</summary>
    public CommitId? BranchHead { get; init; }

    /// <summary>Unread messages to the sprint's personas, in log order.</summary>
    public IReadOnlyList<MailHead> Unread { get; init; } = [];
}
