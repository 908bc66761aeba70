using Troupe.Agents;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Personas;

namespace Troupe.Rehearsal.Replay;

/// <summary>Every persona of a replay is run by one recording.</summary>
internal sealed class RecordedAgents(IAgent agent) : IAgentDirectory
{
    public IAgent For(Persona persona) => agent;

    public void Require(IReadOnlyList<Persona> cast)
    {
        // A recorded session needs no program.
    }

    public IAgent Of(SessionId session) => agent;
}
