using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;

namespace Troupe.Engine;

/// <summary>Which agent runs a persona.</summary>
public interface IAgentDirectory
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: no agent is configured for it.</exception>
    IAgent For(Persona persona);

    /// <summary>Sees to it that all of them can be run, before anything has started.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: a program is missing.</exception>
    void Require(IReadOnlyList<Persona> cast);

    /// <summary>The agent that was asked to run a session, whatever the roster says by now.</summary>
    IAgent Of(SessionId session);
}
