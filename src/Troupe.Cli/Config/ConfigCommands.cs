using System.CommandLine;
using Troupe.Shell;

namespace Troupe.Cli.Config;

/// <summary><c>troupe config</c>.</summary>
internal static class ConfigCommands
{
    public static Command Build(CliContext context) => new("config", "The settings of this repository (.team/troupe.toml).")
    {
        ConfigShowCommand.Build(context),
        ConfigReferenceCommand.Build(context),
    };
}
