using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Nobody has work left, or the sprint was aborted.</summary>
public sealed record SprintEnded : SprintEvent
{
    public required SprintEnding Ending { get; init; }

    /// <summary>The head of the sprint's branch; its base if nothing landed.</summary>
    public required CommitId Head { get; init; }

    public required TreeId Tree { get; init; }
}
