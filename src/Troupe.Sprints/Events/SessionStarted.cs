using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The agent has taken the session, or was found to have taken it although its answer was lost.</summary>
public sealed record SessionStarted : SprintEvent
{
    public required SessionId Session { get; init; }

    /// <summary>What its checkout lacks that it should have had, and why; null: nothing, or nobody remembers.</summary>
    public string? Caution { get; init; }
}
