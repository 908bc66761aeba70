using System.CommandLine;
using Troupe.Core;
using Troupe.Personas;
using Troupe.Shell;

namespace Troupe.Cli.Personas;

/// <summary><c>troupe persona validate</c>: every mistake in every prompt, with file and line.</summary>
internal static class PersonaValidateCommand
{
    public static Command Build(CliContext context)
    {
        var json = JsonOption.Create();
        var command = new Command("validate", "Check every persona's front matter, variables and agent.") { json };
        command.SetAction(arguments =>
        {
            var home = TeamHome.Find(context.WorkingDirectory, context.Environment);
            var (roster, problems) = Roster.Inspect(home);
            IReadOnlyList<RosterProblem> all = [.. problems, .. AgentsOf(roster, Settings.Load(home))];
            if (arguments.GetValue(json))
            {
                context.Terminal.Json(
                    new PersonaValidateOutput(1, all.Count == 0, roster.Personas.Count, all), CommandJson.Default.PersonaValidateOutput);
            }
            else
            {
                all.ToList().ForEach(problem => context.Terminal.Data(problem.ToString()));
                context.Terminal.Say(all.Count == 0
                    ? $"{Plural.Of(roster.Personas.Count, "persona")}, nothing wrong."
                    : $"{Plural.Of(all.Count, "mistake")}.");
            }

            return all.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
        });
        return command;
    }

    /// <summary>Personas that name an agent which the settings do not have.</summary>
    public static IEnumerable<RosterProblem> AgentsOf(Roster roster, Settings settings) => roster.Personas
        .Where(persona => persona.Agent is not null && !settings.Agents.ContainsKey(persona.Agent))
        .Select(persona => new RosterProblem(
            persona.File,
            1,
            $"'agent' names '{Printable.Escape(persona.Agent)}', and troupe.toml has no [agent.{Printable.Escape(persona.Agent)}]"
            + Suggestion.Hint(persona.Agent!, settings.Agents.Keys)));
}
