using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;

namespace Troupe.Engine;

/// <summary>Every persona is run by the command that the settings name for it.</summary>
internal sealed class SettingsAgents(Settings settings, CommandAgent agent) : IAgentDirectory
{
    public IAgent For(Persona persona)
    {
        settings.AgentFor(persona.Agent);
        return agent;
    }

    // All of them run under the same session host: a session is found by its folder, whatever its command was.
    public IAgent Of(SessionId session) => agent;
}
