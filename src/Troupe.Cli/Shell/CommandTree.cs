using System.CommandLine;
using Troupe.Cli.Config;
using Troupe.Cli.Doctor;
using Troupe.Cli.Init;
using Troupe.Cli.Mail;
using Troupe.Cli.Personas;
using Troupe.Cli.Schedule;
using Troupe.Cli.Sessions;
using Troupe.Cli.Sprints;
using Troupe.Cli.Weave;

namespace Troupe.Cli.Shell;

/// <summary>Every command, and the short way to the mail commands, which must start within milliseconds.</summary>
internal static class CommandTree
{
    public static RootCommand For(string calledName, string[] arguments, CliContext context)
    {
        if (calledName == CalledName.Mail)
        {
            return MailCommands.BuildRoot(context, arguments.FirstOrDefault());
        }

        if (arguments is [MailCommands.Name, ..])
        {
            return MailCommands.BuildUnderTroupe(context, arguments.ElementAtOrDefault(1));
        }

        return new RootCommand("Runs a troupe of AI personas in parallel on one git repository and lands one verified change.")
        {
            InitCommand.Build(context),
            DoctorCommand.Build(context),
            ConfigCommands.Build(context),
            PersonaCommands.Build(context),
            SprintCommands.Build(context),
            ScheduleCommands.Build(context),
            MailCommands.Build(context),
            WeaveCommands.Build(context),
            SessionHostCommand.Build(context),
        };
    }
}
