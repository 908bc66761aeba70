using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;

namespace Troupe.Engine;

/// <summary>Every persona is run by the command that the settings name for it.</summary>
internal sealed class SettingsAgents(Settings settings, CommandAgent agent, IReadOnlyDictionary<string, string> environment) : IAgentDirectory
{
    public IAgent For(Persona persona)
    {
        settings.AgentFor(persona.Agent);
        return agent;
    }

    public void Require(IReadOnlyList<Persona> cast)
    {
        var missing = cast
            .GroupBy(persona => settings.AgentFor(persona.Agent).Name, StringComparer.Ordinal)
            .SelectMany(run => AgentPrograms.Missing(settings, settings.Agents[run.Key], environment)
                .Select(program => $"{program.Problem} It is to run {string.Join(", ", run.Select(persona => persona.Id))}. {program.Remedy}"))
            .ToList();
        if (missing.Count > 0)
        {
            throw new TroupeException(ErrorCode.Agent, string.Join('\n', missing));
        }
    }

    // All of them run under the same session host: a session is found by its folder, whatever its command was.
    public IAgent Of(SessionId session) => agent;
}
