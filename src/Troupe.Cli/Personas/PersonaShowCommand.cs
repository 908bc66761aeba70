using System.CommandLine;
using Troupe.Core;
using Troupe.Personas;
using Troupe.Shell;

namespace Troupe.Cli.Personas;

/// <summary><c>troupe persona show ID</c>: the front matter with its defaults, then the body as written.</summary>
internal static class PersonaShowCommand
{
    public static Command Build(CliContext context)
    {
        var id = new Argument<string>("ID") { Description = "The persona" };
        var json = JsonOption.Create();
        var command = new Command("show", "One persona: its front matter and its own text.") { id, json };
        command.SetAction(arguments =>
        {
            var persona = Roster.Load(TeamHome.Find(context.WorkingDirectory, context.Environment)).Get(arguments.GetRequiredValue(id));
            if (arguments.GetValue(json))
            {
                context.Terminal.Json(
                    new PersonaShowOutput(1, PersonaOutput.Of(persona), persona.Body), CommandJson.Default.PersonaShowOutput);
            }
            else
            {
                Tell(persona, context.Terminal);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Tell(Persona persona, Terminal terminal)
    {
        var shown = PersonaOutput.Of(persona);
        string[][] rows =
        [
            ["id", persona.Title],
            ["description", shown.Description],
            ["kind", shown.Kind],
            ["scheduled", shown.Scheduled ? "true" : "false"],
            ["schedule", shown.Schedule ?? ""],
            ["agent", shown.Agent ?? ""],
            ["model", shown.Model ?? ""],
            ["scope", string.Join(", ", shown.Scope)],
            ["after", string.Join(", ", shown.After)],
            ["groups", string.Join(", ", shown.Groups)],
            ["critical", shown.Critical ? "true" : "false"],
            ["plan approval", shown.PlanApproval],
            ["automation", shown.Automation],
            ["priority", shown.Priority.ToString()],
            ["hired by", shown.HiredBy ?? ""],
            ["file", shown.File],
        ];
        foreach (var line in TextTable.Lines([.. rows.Where(row => row[1].Length > 0).Select(row => new[] { row[0], Safe(row[1]) })]))
        {
            terminal.Data(line);
        }

        terminal.Data("");
        foreach (var line in persona.Body.TrimEnd('\n').Split('\n'))
        {
            terminal.Data(Safe(line));
        }
    }

    // Emoji are put together with a joiner that escaping would take apart.
    private static string Safe(string text) => string.Join('\u200D', text.Split('\u200D').Select(Printable.Escape));
}
