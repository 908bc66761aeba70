using System.CommandLine;
using Troupe.Core;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Init;

/// <summary><c>troupe init</c>: writes <c>.team/</c> and never over anything.</summary>
internal static class InitCommand
{
    public static Command Build(CliContext context)
    {
        var json = JsonOption.Create();
        var hooks = Hooks("--hooks", "Also show mail to these agents before each prompt, and to people before each commit");
        var remove = Hooks("--remove-hooks", "Only take those hooks out again");
        var command = new ExampleCommand(
            "init", "Write .team/ (settings, first personas, ignore rules). Nothing that is there is touched.", "troupe init", "troupe init --hooks claude git", "troupe init --remove-hooks claude") { json, hooks, remove };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var home = TeamHome.Locate(context.WorkingDirectory, context.Environment) ?? throw new TroupeException(
                ErrorCode.NoRepository,
                TeamHome.IsBare(context.WorkingDirectory)
                    ? TeamHome.Bare(context.WorkingDirectory)
                    : $"'{Printable.Escape(context.WorkingDirectory)}' is in no git repository: run 'git init' first, or go to one.");
            var report = arguments.GetValue(remove) is { Length: > 0 } unwanted
                ? new InitOutput(1, home.TeamFolder, [], [], [], await HookSetup.ApplyAsync(home, unwanted, remove: true, context, cancellationToken))
                : TeamWriter.Write(home) with { Hooks = await HookSetup.ApplyAsync(home, arguments.GetValue(hooks) ?? [], remove: false, context, cancellationToken) };
            if (arguments.GetValue(json))
            {
                context.Terminal.Json(report, CommandJson.Default.InitOutput);
            }
            else
            {
                Tell(report, home, context);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static Option<string[]> Hooks(string name, string description) => new(name)
    {
        Description = $"{description}: {string.Join(", ", HookSetup.Known)}",
        HelpName = "AGENT",
        AllowMultipleArgumentsPerToken = true,
    };

    private static void Tell(InitOutput report, TeamHome home, CliContext context)
    {
        string Shown(string path) => Printable.Escape(Path.GetRelativePath(context.WorkingDirectory, Path.Combine(home.TeamFolder, path)));
        foreach (var path in report.Written)
        {
            context.Terminal.Data($"wrote  {Shown(path)}");
        }

        foreach (var path in report.Kept)
        {
            context.Terminal.Data($"kept   {Shown(path)}");
        }

        foreach (var hook in report.Hooks)
        {
            context.Terminal.Data($"{hook.Change,-9}{Printable.Escape(Path.GetRelativePath(context.WorkingDirectory, hook.File))}");
        }

        foreach (var agent in report.Hooks.Where(hook => hook.Change == "written").Select(hook => AgentHook.All.FirstOrDefault(one => one.Name == hook.Hook)).OfType<AgentHook>())
        {
            context.Terminal.Say($"{agent.Title} {agent.Gate}");
        }

        if (report.LeftOut.Count > 0)
        {
            context.Terminal.Say($"There are personas already, so the {report.LeftOut.Count} that a new team begins with were left out.");
        }

        if (report.Written.Count > 0)
        {
            context.Terminal.Say($"Next: name an agent in {Shown("troupe.toml")}, run 'troupe doctor', and commit {Shown(".")}.");
        }
    }
}
