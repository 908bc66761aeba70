using System.CommandLine;
using Troupe.Core;
using Troupe.Rehearsal.Simulation;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Simulate;

/// <summary><c>troupe simulate</c>: thousands of sprints through the real decisions, in a world that costs nothing.</summary>
internal static class SimulateCommand
{
    public static Command Build(CliContext context)
    {
        var personas = Number("--personas", 23, "How many personas each sprint has");
        var sprints = Number("--sprints", 1000, "How many sprints to simulate");
        var rate = new Option<double>("--conflict-rate")
        {
            Description = "The share of first attempts that do not land, from 0 to 1", HelpName = "SHARE", DefaultValueFactory = _ => 0.2,
        };
        var seed = new Option<long>("--seed") { Description = "The seed of the first sprint: the same seed gives the same sprints", HelpName = "N", DefaultValueFactory = _ => 7 };
        var sequential = new Option<bool>("--sequential") { Description = "One persona at a time, for comparison" };
        var storm = new Option<bool>("--faults") { Description = "Crashes, failing agents, lost answers, red trees and more, as in the tests" };
        var json = JsonOption.Create();
        var command = new Command("simulate", "Simulate many sprints, with agents and patches made up from a seed.")
        {
            personas, rate, sprints, seed, sequential, storm, json,
        };
        command.SetAction((arguments, cancellationToken) =>
        {
            var report = SimulationReport.Of(
                new SimulationOptions
                {
                    Personas = InRange("--personas", arguments.GetValue(personas), 1, 500),
                    ConflictRate = InRange("--conflict-rate", arguments.GetValue(rate), 0, 1),
                    Sprints = InRange("--sprints", arguments.GetValue(sprints), 1, 1_000_000),
                    Seed = arguments.GetValue(seed),
                    Mode = arguments.GetValue(sequential) ? SprintMode.Sequential : SprintMode.Parallel,
                    Faults = arguments.GetValue(storm) ? FaultRates.Storm : FaultRates.None,
                },
                cancellationToken);
            context.Terminal.Answer(arguments.GetValue(json), report, SimulationJson.Default.SimulationReport, () => Lines(report));
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static IEnumerable<string> Lines(SimulationReport report) =>
    [
        $"{Plural.Of(report.Sprints, "sprint")} of {Plural.Of(report.Personas, "persona")}, seed {report.Seed}",
        $"first attempts that did not land  {report.FirstAttemptsLost:P1}",
        $"ticks per sprint                  median {report.Ticks.Median}, 95 % within {report.Ticks.P95}, at most {report.Ticks.Max}",
        $"personas that landed              {report.LandedShare:P2}",
        $"sprints in which all landed       {report.AllLandedShare:P2}",
        $"reworks                           {report.Reworks:0.0} per sprint",
    ];

    private static Option<int> Number(string name, int standard, string description) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };

    private static T InRange<T>(string name, T given, T least, T most)
        where T : IComparable<T> => given.CompareTo(least) >= 0 && given.CompareTo(most) <= 0
        ? given
        : throw new TroupeException(ErrorCode.InvalidArgument, $"{name} {given} is out of range: give a number from {least} to {most}.");
}
