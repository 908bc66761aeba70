using Troupe.Core;

namespace Troupe.Agents;

/// <summary>How the agent's work came to its end, before what it left has been collected.</summary>
internal sealed record SessionEnding(SessionState State)
{
    public int? ExitCode { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public string? Detail { get; init; }

    public bool OutputCut { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}
