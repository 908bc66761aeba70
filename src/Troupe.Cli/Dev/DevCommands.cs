using System.CommandLine;
using Troupe.Rehearsal.Demo;
using Troupe.Shell;

namespace Troupe.Cli.Dev;

/// <summary><c>troupe dev …</c>: stand-ins for what costs money. Not for people, but no secret either.</summary>
internal static class DevCommands
{
    public static Command Build(CliContext context)
    {
        var command = new Command("dev", "Stand-ins for agents and servers.") { BuildDemoPersona(context), DemoRepositoryCommand.Build(context) };
        command.Hidden = true;
        return command;
    }

    private static Command BuildDemoPersona(CliContext context)
    {
        var command = new Command("demo-persona", "What a session of 'troupe demo' runs instead of a coding agent.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await new DemoSession(context.WorkingDirectory, context.Environment, context.Terminal.Output).RunAsync(cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }
}
