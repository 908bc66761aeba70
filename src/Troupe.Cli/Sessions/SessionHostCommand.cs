using System.CommandLine;
using Troupe.Agents;
using Troupe.Shell;

namespace Troupe.Cli.Sessions;

/// <summary><c>troupe session-host FOLDER</c>: the process that one session lives in. Started by troupe, not by people.</summary>
internal static class SessionHostCommand
{
    public static Command Build(CliContext context)
    {
        var folder = new Argument<string>("folder") { Description = "The session's folder." };
        var command = new Command(HostProgram.Command, "Runs one session to its end.") { folder };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(folder), context.WorkingDirectory);
            await new SessionHost(new SessionFolder(path), context.Environment, context.Time).RunAsync(cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }
}
