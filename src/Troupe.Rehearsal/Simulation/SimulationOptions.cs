using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>What to simulate.</summary>
public sealed record SimulationOptions
{
    public int Personas { get; init; } = 23;

    /// <summary>The share of first attempts that do not land, from 0 to 1.</summary>
    public double ConflictRate { get; init; } = 0.2;

    public int Sprints { get; init; } = 1000;

    /// <summary>The seed of the first sprint; the others follow it.</summary>
    public long Seed { get; init; } = 7;

    public SprintMode Mode { get; init; } = SprintMode.Parallel;

    public SprintLimits Limits { get; init; } = new();

    public FaultRates Faults { get; init; } = FaultRates.None;
}
