using System.CommandLine;
using Troupe.Rehearsal.Replay;
using Troupe.Shell;

namespace Troupe.Cli.Replay;

/// <summary><c>troupe replay</c>: what parallel sprints would have made of a repository's past.</summary>
internal static class ReplayCommand
{
    private const int UsualBatch = 23;
    private const int UsualCases = 20;

    public static Command Build(CliContext context)
    {
        var repository = new Argument<string>("repository") { Description = "A repository with merged branches or squashed pull requests" };
        var batch = new Option<int>("--batch")
        {
            Description = "At most so many changes in one sprint", HelpName = "N", DefaultValueFactory = _ => UsualBatch,
        };
        var cases = new Option<int>("--cases")
        {
            Description = "At most so many sprints", HelpName = "N", DefaultValueFactory = _ => UsualCases,
        };
        var json = JsonOption.Create("docs/reference/replay.md");
        var command = new Command("replay", "Run a repository's past changes as parallel sprints, in scratch.") { repository, batch, cases, json };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            context,
            new ReplayRequest(
                Path.GetFullPath(arguments.GetRequiredValue(repository), context.WorkingDirectory),
                arguments.GetValue(batch),
                arguments.GetValue(cases)),
            arguments.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, ReplayRequest request, bool json, CancellationToken cancellationToken)
    {
        var replay = new HistoryReplay(context.Environment, context.Time, new ReplayProgress(context.Terminal));
        var report = await replay.RunAsync(request, cancellationToken);
        context.Terminal.Answer(json, report, ReplayReportJson.Default.ReplayReport, () => ReplayTable.Lines(report));
        return report.Failed.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
    }
}
