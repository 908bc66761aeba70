namespace Troupe.Sprints;

/// <summary>How parallel mode is introduced.</summary>
public sealed record RolloutRules
{
    /// <summary>Null: the mode is rolled out by the rules below; else it is this one, always.</summary>
    public SprintMode? Fixed { get; init; }

    /// <summary>Every so many sprints one runs in parallel; 0: none by this rule.</summary>
    public int ParallelEvery { get; init; } = 5;

    /// <summary>Sprints that run in parallel whatever their number.</summary>
    public IReadOnlyList<int> ParallelSprints { get; init; } = [];
}
