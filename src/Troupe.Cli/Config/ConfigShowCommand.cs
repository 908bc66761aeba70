using System.CommandLine;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Config;

/// <summary><c>troupe config show</c>: every setting as it holds, in the notation of the file.</summary>
internal static class ConfigShowCommand
{
    public static Command Build(CliContext context)
    {
        var origin = new Option<bool>("--origin") { Description = "Say where each value comes from: the default, or file and line" };
        var json = JsonOption.Create();
        var command = new Command("show", "Every setting as it holds.") { origin, json };
        command.SetAction(arguments =>
        {
            var values = Settings.Load(TeamHome.Find(context.WorkingDirectory, context.Environment)).Values;
            var withOrigin = arguments.GetValue(origin);
            context.Terminal.Answer(
                arguments.GetValue(json),
                ConfigOutput.Of(values),
                CommandJson.Default.ConfigOutput,
                () => TextTable.Lines([.. values.Select(value => Row(value, withOrigin))]));
            return ExitCodes.Success;
        });
        return command;
    }

    // A default in words is no value of the file, so it is written as a comment: the output can be pasted into one.
    private static string[] Row(SettingValue value, bool withOrigin) =>
    [
        value.Value.StartsWith('(') || value.Value.Contains(" where ", StringComparison.Ordinal)
            ? $"# {value.Key} = {value.Value}"
            : $"{value.Key} = {value.Value}",
        withOrigin ? $"# {Printable.Escape(value.Origin.ToString())}" : "",
    ];
}
