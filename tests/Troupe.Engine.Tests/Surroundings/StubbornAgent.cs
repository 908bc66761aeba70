using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;

namespace Troupe.Engine.Tests;

/// <summary>An agent whose sessions neither end nor answer, unless a test says otherwise.</summary>
internal sealed class StubbornAgent : IAgent, IAgentDirectory
{
    public string Name => "stubborn";

    /// <summary>What stands in the way of ending a session by force; null: nothing.</summary>
    public string? Obstacle { get; init; }

    /// <summary>What there is to collect once a session was ended by force.</summary>
    public SessionDelivery Delivery { get; init; } = new();

    /// <summary>What looking at a session comes to.</summary>
    public Exception Sight { get; init; } = new TroupeException(ErrorCode.Storage, "The session cannot be looked at.");

    /// <summary>What lies in the outbox of a session, ended or not.</summary>
    public IReadOnlyList<OutboxFile> Letters { get; init; } = [];

    public bool WasEnded { get; private set; }

    /// <summary>The personas whose program is missing.</summary>
    public IReadOnlyList<string> Programless { get; init; } = [];

    public Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<Persona> cast, CommitFiles start, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(cast.Any(persona => Programless.Contains(persona.Id.Value)) ? ["A program is missing."] : []);

    public IAgent For(Persona persona) => this;

    public IAgent Of(SessionId session) => this;

    /// <summary>The session that it was last asked to start.</summary>
    public SessionRequest? Asked { get; private set; }

    public Task StartAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        Asked = request;
        return Task.CompletedTask;
    }

    public Task<SessionObservation> ObserveAsync(SessionId session, CancellationToken cancellationToken) =>
        throw Sight;

    public Task CancelAsync(SessionId session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> EndAsync(SessionId session, CancellationToken cancellationToken)
    {
        WasEnded = Obstacle is null;
        return Task.FromResult(Obstacle);
    }

    public Task<SessionDelivery> CollectAsync(SessionId session, CancellationToken cancellationToken) => WasEnded
        ? Task.FromResult(Delivery)
        : throw new TroupeException(ErrorCode.Agent, $"Session {session} has not ended.");

    public Task<IReadOnlyList<OutboxFile>> LettersAsync(SessionId session, CancellationToken cancellationToken) => Task.FromResult(Letters);

    public Task ReleaseAsync(SessionId session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> MessageAsync(SessionId session, string text, CancellationToken cancellationToken) => Task.FromResult(false);
}
