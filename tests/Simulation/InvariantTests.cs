using Troupe.Rehearsal.Simulation;
using Troupe.Sprints;

namespace Troupe.Simulation.Tests;

/// <summary>
/// Sprints in a world in which everything goes wrong that can. A failure names its seed; the size is multiplied by
/// TROUPE_STRESS.
/// </summary>
public sealed class InvariantTests
{
    private const int Seeds = 500;

    private static int Stress => int.TryParse(Environment.GetEnvironmentVariable("TROUPE_STRESS"), out var times) ? times : 1;

    [Theory]
    [InlineData(SprintMode.Parallel, 23, 0, 6)]
    [InlineData(SprintMode.Parallel, 7, 3, 2)]
    [InlineData(SprintMode.Sequential, 7, 0, 6)]
    [Trait("Suite", "Slow")]
    public void Simulate_Storm_NoInvariantBreaks(SprintMode mode, int personas, int places, int runs)
    {
        var options = new SimulationOptions
        {
            Mode = mode, Personas = personas, ConflictRate = 0.3, Sprints = Seeds * Stress, Seed = 1,
            Limits = new SprintLimits { MaxParallel = places, MaxRuns = runs }, Faults = FaultRates.Storm,
        };
        var report = SimulationReport.Of(options, TestContext.Current.CancellationToken);
        report.Sprints.ShouldBe(Seeds * Stress);
        report.LandedShare.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public void Simulate_SameSeedTwice_SameLogBytes()
    {
        var options = new SimulationOptions { ConflictRate = 0.3, Faults = FaultRates.Storm };
        for (var seed = 1; seed <= 50 * Stress; seed++)
        {
            SimulatedSprint.Run(options, seed).LogDigest.ShouldBe(SimulatedSprint.Run(options, seed).LogDigest, $"seed {seed}");
        }
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public void Simulate_WithAndWithoutCrashes_SameFinalTree()
    {
        // The lead's orders and late sights come at steps, and crashes move steps: they are left out of the comparison.
        var calm = FaultRates.Storm with { Crash = 0, LeadOrder = 0, HeldAnswer = 0, LateObservation = 0 };
        for (var seed = 1; seed <= Seeds * Stress; seed++)
        {
            var without = SimulatedSprint.Run(new SimulationOptions { ConflictRate = 0.3, Personas = 12, Faults = calm }, seed).Report;
            var with = SimulatedSprint.Run(new SimulationOptions { ConflictRate = 0.3, Personas = 12, Faults = calm with { Crash = 0.05 } }, seed).Report;
            with.Tree.ShouldBe(without.Tree, $"seed {seed}");
            with.Landed.ShouldBe(without.Landed, $"seed {seed}");
            with.Ticks.ShouldBe(without.Ticks, $"seed {seed}");
            with.Mails.ShouldBe(without.Mails, $"seed {seed}");
        }
    }
}
