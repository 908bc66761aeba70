namespace Troupe.Sprints;

/// <summary>The limits of one sprint, as they were when it started.</summary>
public sealed record SprintLimits
{
    /// <summary>How many failures of its own a persona may have before it is skipped.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How many sessions one persona may have in this sprint, its first included.</summary>
    public int MaxRuns { get; init; } = 6;

    /// <summary>How many sessions may run at once; 0: all.</summary>
    public int MaxParallel { get; init; }

    public int SessionTimeoutSeconds { get; init; } = 3600;
}
