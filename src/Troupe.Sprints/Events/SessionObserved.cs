using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A session that goes on was seen in another state than before.</summary>
public sealed record SessionObserved : SprintEvent
{
    public required SessionId Session { get; init; }

    public required SessionState State { get; init; }

    public string? Detail { get; init; }
}
