using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;

namespace Troupe.Engine;

/// <summary>Every persona is run by the command that the settings name for it.</summary>
internal sealed class SettingsAgents(Settings settings, CommandAgent agent, AgentPrograms programs) : IAgentDirectory
{
    public IAgent For(Persona persona)
    {
        settings.AgentFor(persona.Agent);
        return agent;
    }

    public async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<Persona> cast, CommitFiles start, CancellationToken cancellationToken)
    {
        List<string> told = [];
        foreach (var run in cast.GroupBy(persona => settings.AgentFor(persona.Agent).Name, StringComparer.Ordinal))
        {
            var missing = await programs.MissingAsync(settings.Agents[run.Key], start, cancellationToken);
            told.AddRange(missing.Select(
                program => $"{program.Problem} It is to run {string.Join(", ", run.Select(persona => persona.Id))}. {program.Remedy}"));
        }

        return told;
    }

    // All of them run under the same session host: a session is found by its folder, whatever its command was.
    public IAgent Of(SessionId session) => agent;
}
