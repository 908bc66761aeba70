using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A session is over. What it delivered is collected next, however it ended.</summary>
public sealed record SessionEnded : SprintEvent
{
    public required SessionId Session { get; init; }

    /// <summary>One of the final states.</summary>
    public required SessionState State { get; init; }

    /// <summary>For a failure: a digest that is the same when the same thing went wrong again.</summary>
    public string? Failure { get; init; }

    public string? Detail { get; init; }
}
