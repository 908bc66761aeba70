using Troupe.Core;

namespace Troupe.Agents;

/// <summary>What one session of a recorded agent does.</summary>
public sealed record Recording
{
    /// <summary>How long it takes.</summary>
    public TimeSpan After { get; init; }

    public SessionState Ending { get; init; } = SessionState.Completed;

    /// <summary>What it hands in; null: nothing was changed.</summary>
    public CommitId? Commit { get; init; }

    public string? Message { get; init; }

    public string? Detail { get; init; }

    public IReadOnlyList<OutboxFile> Outbox { get; init; } = [];
}
