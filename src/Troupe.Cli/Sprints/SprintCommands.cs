using System.CommandLine;
using Troupe.Cli.Shell;

namespace Troupe.Cli.Sprints;

/// <summary><c>troupe sprint</c>.</summary>
internal static class SprintCommands
{
    public static Command Build(CliContext context)
    {
        var desk = new SprintDesk(context);
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
        };
    }
}
