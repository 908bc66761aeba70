using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Server.Mcp;
using Troupe.Shell;

namespace Troupe.Cli.Mcp;

/// <summary><c>troupe mcp</c>: the team's mail for agents that speak the Model Context Protocol. Standard output belongs to the protocol.</summary>
internal static class McpCommand
{
    public const string Name = "mcp";

    public static Command Build(CliContext context)
    {
        var desk = new MailDesk(context);
        var command = new ExampleCommand(
            Name,
            "Serve the mail as MCP tools and resources, on standard input and output, until the input ends.",
            "troupe mcp --persona curator",
            "claude mcp add troupe-mail -- troupe mcp --persona curator") { desk.PersonaOption };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var identity = new ServerIdentity
            {
                Persona = desk.Persona(arguments),
                Session = SessionId.TryParse(context.Variable(OutboxFolder.SessionVariable), out var session) ? session : null,
                Home = TeamHome.Find(context.WorkingDirectory, context.Environment),
                Outgoing = desk.Outgoing(arguments),
                Version = ThisProgram.Version,
                Time = context.Time,
            };
            await using var input = context.OpenInput();
            await using var output = context.OpenOutput();
            await MailServer.RunAsync(identity, input, output, cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }
}
