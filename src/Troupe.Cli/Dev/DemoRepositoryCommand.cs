using System.CommandLine;
using Troupe.Rehearsal.Demo;
using Troupe.Shell;

namespace Troupe.Cli.Dev;

/// <summary>
/// <c>dev demo-repository FOLDER</c>: the demo's repository with nothing run in it yet, for whoever wants to drive the
/// sprint by hand, or to break it.
/// </summary>
internal static class DemoRepositoryCommand
{
    public static Command Build(CliContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A new or empty folder" };
        var json = JsonOption.Create();
        var command = new Command("demo-repository", "Make the repository of 'troupe demo' without running anything.") { folder, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var path = Path.GetFullPath(arguments.GetRequiredValue(folder), context.WorkingDirectory);
            var commit = await DemoRepository.CreateAsync(path, context.Environment, cancellationToken);
            context.Terminal.Answer(
                arguments.GetValue(json),
                new DemoRepositoryOutput(1, path, commit.Value),
                CommandJson.Default.DemoRepositoryOutput,
                () => [$"{path} at {commit}"]);
            return ExitCodes.Success;
        });
        return command;
    }
}
