using Troupe.Cli.Sessions;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Personas;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>The agents and checks that the settings name can be started, and everybody knows which agent runs him.</summary>
internal static class AgentsCheck
{
    private const string Name = "agents";

    /// <param name="next">Null: where a sprint would start is not known; then checks are those of the file.</param>
    public static async Task RunAsync(
        Settings settings, Roster roster, NextSprint? next, CliContext context, List<Finding> findings, CancellationToken cancellationToken)
    {
        if (settings.Agents.Count == 0)
        {
            findings.Add(Finding.Bad(Name, "no agent is configured, so nobody can run.", "Add an [agent.NAME] table with a command to .team/troupe.toml."));
        }

        var undecided = roster.Scheduled.Where(persona => persona.Agent is null).ToList();
        if (settings.Agents.Count > 1 && settings.Sprint.Agent is null && undecided.Count > 0)
        {
            findings.Add(Finding.Bad(
                Name,
                $"there are several agents, and {Names(undecided)} {(undecided.Count == 1 ? "names" : "name")} none.",
                $"Set 'agent' in [sprint] to one of: {string.Join(", ", settings.Agents.Keys.Order(StringComparer.Ordinal))}."));
        }

        var programs = new AgentPrograms(settings, context.Environment, HostProgramPath.Of(context));
        var files = next is null ? null : new CommitFiles(next.Workplace.Repository, next.Start);
        foreach (var agent in settings.Agents.Values.OrderBy(agent => agent.Name, StringComparer.Ordinal))
        {
            findings.AddRange(Look(agent, RunBy(settings, agent, roster), await programs.MissingAsync(agent, files, cancellationToken)));
        }

        findings.AddRange(CheckPrograms.Missing(next?.Judges ?? settings, context.Environment)
            .Select(missing => Finding.Bad("checks", $"{missing.Problem} Every tree would be red.", missing.Remedy)));
    }

    private static List<Persona> RunBy(Settings settings, AgentSettings agent, Roster roster) =>
        [.. roster.Scheduled.Where(persona => (persona.Agent ?? settings.Sprint.Agent ?? Only(settings)) == agent.Name)];

    private static string? Only(Settings settings) => settings.Agents.Count == 1 ? settings.Agents.Keys.Single() : null;

    private static IEnumerable<Finding> Look(AgentSettings agent, List<Persona> runs, IReadOnlyList<MissingProgram> missing)
    {
        if (missing.Count == 0)
        {
            return [Finding.Fine(Name, $"agent {agent.Name}: {Printable.Escape(string.Join(' ', agent.Command))}")];
        }

        return missing.Select(one => runs.Count == 0
            ? Finding.Warn(Name, $"{one.Problem} It runs nobody so far.", one.Remedy)
            : Finding.Bad(Name, $"{one.Problem} It is to run {Names(runs)}.", one.Remedy));
    }

    private static string Names(List<Persona> personas) => string.Join(", ", personas.Select(persona => persona.Id));
}
