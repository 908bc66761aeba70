using System.CommandLine;
using Troupe.Shell;

namespace Troupe.Cli.Personas;

/// <summary><c>troupe persona</c>.</summary>
internal static class PersonaCommands
{
    public static Command Build(CliContext context) => new("persona", "Who works here, and what each is told.")
    {
        PersonaListCommand.Build(context),
        PersonaShowCommand.Build(context),
        PersonaRenderCommand.Build(context),
        PersonaValidateCommand.Build(context),
    };
}
