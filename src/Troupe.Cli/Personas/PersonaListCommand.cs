using System.CommandLine;
using Troupe.Core;
using Troupe.Personas;
using Troupe.Shell;

namespace Troupe.Cli.Personas;

/// <summary><c>troupe persona list</c>.</summary>
internal static class PersonaListCommand
{
    public static Command Build(CliContext context)
    {
        var json = JsonOption.Create();
        var command = new Command("list", "Everybody in the roster.") { json };
        command.SetAction(arguments =>
        {
            var home = TeamHome.Find(context.WorkingDirectory, context.Environment);
            var roster = Roster.Load(home);
            if (arguments.GetValue(json))
            {
                context.Terminal.Json(
                    new PersonaListOutput(1, [.. roster.Personas.Select(PersonaOutput.Of)]), CommandJson.Default.PersonaListOutput);
            }
            else if (roster.Personas.Count == 0)
            {
                context.Terminal.Say($"There is nobody in '{Printable.Escape(home.PersonasFolder)}': run 'troupe init'.");
            }
            else
            {
                Tell(roster, Settings.Load(home), context.Terminal);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Tell(Roster roster, Settings settings, Terminal terminal)
    {
        foreach (var line in TextTable.Lines([.. roster.Personas.Select(persona => Row(persona, settings))]))
        {
            terminal.Data(line);
        }
    }

    private static string[] Row(Persona persona, Settings settings) =>
    [
        persona.Emoji,
        persona.Id.Value,
        persona.Kind == PersonaKind.Human ? "human" : persona.Agent ?? settings.Sprint.Agent ?? settings.Agents.Keys.SingleOrDefaultOfOne() ?? "",
        persona.Kind == PersonaKind.Human || persona.IsScheduled ? "" : "not scheduled",
        string.Join(' ', persona.Groups.Select(group => $"@{group}")),
        Printable.Escape(persona.Description),
    ];

    private static string? SingleOrDefaultOfOne(this IEnumerable<string> names) => names.Take(2).ToList() is [var only] ? only : null;
}
