using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;

namespace Troupe.Engine;

/// <summary>Which agent runs a persona.</summary>
public interface IAgentDirectory
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: no agent is configured for it.</exception>
    IAgent For(Persona persona);

    /// <summary>
    /// What keeps them from being run, each with its remedy, looked at before anything has started. Sessions that are not run
    /// by programs of this machine, such as recorded ones, lack nothing.
    /// </summary>
    /// <param name="start">What sessions find in their checkout.</param>
    Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<Persona> cast, CommitFiles start, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>The agent that was asked to run a session, whatever the roster says by now.</summary>
    IAgent Of(SessionId session);
}
