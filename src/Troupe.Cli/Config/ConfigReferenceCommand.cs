using System.CommandLine;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Config;

/// <summary><c>troupe config reference</c>: docs/reference/settings.md, from the program itself.</summary>
internal static class ConfigReferenceCommand
{
    public static Command Build(CliContext context)
    {
        var json = JsonOption.Create();
        var command = new Command("reference", "Every key that troupe.toml may have, with its type, default and meaning.") { json };
        command.SetAction(arguments =>
        {
            context.Terminal.Answer(
                arguments.GetValue(json),
                new ReferenceOutput(1, SettingCatalogue.All),
                CommandJson.Default.ReferenceOutput,
                () => [SettingsReference.Markdown().TrimEnd('\n')]);
            return ExitCodes.Success;
        });
        return command;
    }
}
