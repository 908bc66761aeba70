using System.CommandLine;
using Troupe.Cli.Logs;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Sprints;

/// <summary><c>troupe sprint</c>.</summary>
internal static class SprintCommands
{
    public static Command Build(CliContext context)
    {
        var desk = new SprintDesk(context);
        var log = new LogPlace(
            "troupe sprint", "sprints", () => TeamHome.Find(context.WorkingDirectory, context.Environment).SprintsFolder, desk.WantsJson);
        return new Command("sprint", "Run the personas, and see what came of it.")
        {
            desk.JsonOption,
            SprintPlanCommand.Build(desk),
            SprintRunCommand.BuildRun(desk),
            SprintRunCommand.BuildResume(desk),
            SprintStatusCommand.Build(desk),
            SprintListCommand.Build(desk),
            SprintShowCommand.Build(desk),
            SprintAbortCommand.Build(desk),
            FsckCommand.Build(log, context.Terminal),
            RepairCommand.Build(log, context.Terminal),
            StatsCommand.Build(log, context),
        };
    }
}
