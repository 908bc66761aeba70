using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;

namespace Troupe.Cli.Init;

/// <summary><c>troupe init</c>: writes <c>.team/</c> and never over anything.</summary>
internal static class InitCommand
{
    public static Command Build(CliContext context)
    {
        var json = JsonOption.Create();
        var command = new Command("init", "Write .team/ (settings, first personas, ignore rules). Nothing that is there is touched.") { json };
        command.SetAction(arguments =>
        {
            var home = TeamHome.Locate(context.WorkingDirectory, context.Environment) ?? throw new TroupeException(
                ErrorCode.NoRepository,
                TeamHome.IsBare(context.WorkingDirectory)
                    ? TeamHome.Bare(context.WorkingDirectory)
                    : $"'{Printable.Escape(context.WorkingDirectory)}' is in no git repository: run 'git init' first, or go to one.");
            var report = TeamWriter.Write(home);
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
