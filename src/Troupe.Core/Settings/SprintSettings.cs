namespace Troupe.Core;

/// <summary><c>[sprint]</c>.</summary>
public sealed record SprintSettings
{
    public required SprintModeSetting Mode { get; init; }

    /// <summary>In rollout: every sprint whose number is a multiple of this runs in parallel; 0: none by this rule.</summary>
    public required int ParallelEvery { get; init; }

    /// <summary>In rollout: the sprints that run in parallel whatever their number.</summary>
    public required IReadOnlyList<int> ParallelSprints { get; init; }

    /// <summary>Runs of one persona that end in its own failure before it is skipped.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Runs of one persona in one sprint, whatever they end in.</summary>
    public required int MaxRuns { get; init; }

    /// <summary>Sessions at once; 0: as many as there are personas.</summary>
    public required int MaxParallel { get; init; }

    public required TimeSpan SessionTimeout { get; init; }

    public required LandSetting Land { get; init; }

    /// <summary>The branch that sprints start from and, with <see cref="LandSetting.Target"/>, land on; null: the one that HEAD names.</summary>
    public required string? Target { get; init; }

    /// <summary>The agent of personas that name none; null: the only one that is configured.</summary>
    public required string? Agent { get; init; }
}
