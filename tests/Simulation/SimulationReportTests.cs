using System.Text.Json;
using Troupe.Rehearsal.Simulation;

namespace Troupe.Simulation.Tests;

public sealed class SimulationReportTests
{
    private static readonly SimulationOptions Few = new() { Sprints = 5, Personas = 5, Seed = 3 };

    [Fact]
    public void Of_SameSeed_SameReport() =>
        SimulationReport.Of(Few, TestContext.Current.CancellationToken).ShouldBe(SimulationReport.Of(Few, TestContext.Current.CancellationToken));

    [Fact]
    public void Of_OtherSeed_OtherSprints() =>
        SimulatedSprint.Run(Few with { ConflictRate = 0.5 }, 3).LogDigest.ShouldNotBe(SimulatedSprint.Run(Few with { ConflictRate = 0.5 }, 4).LogDigest);

    [Fact]
    public void Serialize_Report_HasTheMembersThatOthersRelyOn()
    {
        var json = JsonSerializer.SerializeToElement(SimulationReport.Of(Few, TestContext.Current.CancellationToken), SimulationJson.Default.SimulationReport);
        json.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["schemaVersion", "sprints", "personas", "conflictRate", "seed", "ticks", "landedShare", "allLandedShare", "firstAttemptsLost", "reworks", "events"]);
        json.GetProperty("ticks").EnumerateObject().Select(member => member.Name).ShouldBe(["median", "p95", "max"]);
    }

    [Theory]
    [InlineData(new[] { 3 }, 3, 3, 3)]
    [InlineData(new[] { 4, 1, 3, 2 }, 2, 4, 4)]
    [InlineData(new int[0], 0, 0, 0)]
    public void Spread_Of_UsesTheNearestRank(int[] values, int median, int p95, int max) =>
        Spread.Of(values).ShouldBe(new Spread(median, p95, max));

    [Fact]
    public void Dice_SameQuestion_SameAnswerAndFairOnTheWhole()
    {
        var dice = new Dice(11);
        dice.Throw("a").ShouldBe(new Dice(11).Throw("a"));
        Enumerable.Range(0, 10_000).Average(i => dice.Throw($"question {i}")).ShouldBeInRange(0.48, 0.52);
    }
}
