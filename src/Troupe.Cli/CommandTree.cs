using System.CommandLine;
using Troupe.Cli.Config;
using Troupe.Cli.Demo;
using Troupe.Cli.Dev;
using Troupe.Cli.Doctor;
using Troupe.Cli.Init;
using Troupe.Cli.Mail;
using Troupe.Cli.Mcp;
using Troupe.Cli.Personas;
using Troupe.Cli.Query;
using Troupe.Cli.Replay;
using Troupe.Cli.Schedule;
using Troupe.Cli.Sessions;
using Troupe.Cli.Simulate;
using Troupe.Cli.Sprints;
using Troupe.Cli.Weave;
using Troupe.Shell;

namespace Troupe.Cli;

/// <summary>Every command, and the short way to the mail commands, which must start within milliseconds.</summary>
internal static class CommandTree
{
    private const string Description = """
        Runs a troupe of AI personas in parallel on one git repository and lands one verified change.

          See it work:         troupe demo
          In your repository:  troupe init, then troupe doctor, then troupe sprint run
          Merge ten branches:  troupe weave plan BRANCH...
        """;

    /// <summary>The program under the name that it was called by.</summary>
    public static CommandBuilder Of(string calledName) => calledName == CalledName.Mail ? MailCommands.BuildRoot : Build;

    /// <summary>Mail commands may simply be killed: the log survives that.</summary>
    public static bool IsMail(string calledName, string[] arguments) => calledName == CalledName.Mail || arguments is [MailCommands.Name, ..];

    private static Command Build(string[] arguments, CliContext context)
    {
        if (arguments is [MailCommands.Name, ..])
        {
            return MailCommands.BuildUnderTroupe(arguments, context);
        }

        // A server that an agent starts with each of its sessions need not build what nobody calls.
        if (arguments is [McpCommand.Name, ..])
        {
            return HelpWithExamples.AddTo(new RootCommand(Description) { McpCommand.Build(context) });
        }

        return HelpWithExamples.AddTo(new RootCommand(Description)
        {
            DemoCommand.Build(context),
            InitCommand.Build(context),
            DoctorCommand.Build(context),
            PersonaCommands.Build(context),
            SprintCommands.Build(context),
            MailCommands.Build(context),
            QueryCommand.Build(context),
            McpCommand.Build(context),
            WeaveCommands.Build(context),
            ScheduleCommands.Build(context),
            ConfigCommands.Build(context),
            ReplayCommand.Build(context),
            SimulateCommand.Build(context),
            DevCommands.Build(context),
            SessionHostCommand.Build(context),
        });
    }
}
