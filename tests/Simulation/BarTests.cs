using Troupe.Rehearsal.Simulation;
using Troupe.Sprints;

namespace Troupe.Simulation.Tests;

/// <summary>The bars of a sprint of 23 personas, over many simulated ones.</summary>
public sealed class BarTests
{
    [Fact]
    public void Simulate_NobodyConflicts_TwoTicks()
    {
        var report = SimulationReport.Of(new SimulationOptions { ConflictRate = 0, Sprints = 20 }, TestContext.Current.CancellationToken);
        report.Ticks.ShouldBe(new Spread(2, 2, 2));
        report.AllLandedShare.ShouldBe(1);
    }

    [Fact]
    public void Simulate_OneInFiveFirstAttemptsDoesNotLand_MedianThreeTicksAndAllLand()
    {
        var report = SimulationReport.Of(new SimulationOptions { Sprints = 500 }, TestContext.Current.CancellationToken);
        report.FirstAttemptsLost.ShouldBeInRange(0.19, 0.21);
        report.Ticks.Median.ShouldBeLessThanOrEqualTo(3);
        report.Ticks.P95.ShouldBeLessThanOrEqualTo(5);
        report.AllLandedShare.ShouldBe(1);
    }

    [Fact]
    public void Simulate_Sequential_TwentyThreeTicks()
    {
        var report = SimulationReport.Of(
            new SimulationOptions { Mode = SprintMode.Sequential, ConflictRate = 0, Sprints = 20 }, TestContext.Current.CancellationToken);
        report.Ticks.ShouldBe(new Spread(23, 23, 23));
    }
}
