using Troupe.Core;

namespace Troupe.Agents;

/// <summary>
/// One way to run sessions. Whoever uses it may be killed at any moment and ask again, from another process: everything
/// here is safe to repeat.
/// </summary>
public interface IAgent
{
    /// <summary>The name in the settings: <c>[agent.NAME]</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Sees to it that the session runs. Asked twice for the same <see cref="SessionRequest.Id"/> the first request counts,
    /// and the agent never works twice on it.
    /// </summary>
    /// <exception cref="TroupeException">The session cannot even be requested.</exception>
    Task StartAsync(SessionRequest request, CancellationToken cancellationToken);

    /// <summary>How the session stands; <see cref="SessionState.Requested"/> for one that was never started.</summary>
    Task<SessionObservation> ObserveAsync(SessionId session, CancellationToken cancellationToken);

    /// <summary>Asks for the session's end; it is over when an observation says so. What it made by then is kept.</summary>
    Task CancelAsync(SessionId session, CancellationToken cancellationToken);

    /// <summary>
    /// Ends by force a session that nobody waits for any longer, within a bounded time; does nothing to one that has ended.
    /// What it made by then is kept.
    /// </summary>
    /// <returns>Null: it is over and can be collected. Else why it cannot be ended, and where its work is: there will be nothing to collect.</returns>
    Task<string?> EndAsync(SessionId session, CancellationToken cancellationToken);

    /// <summary>What the session left, however it ended.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: it has not ended yet.</exception>
    Task<SessionDelivery> CollectAsync(SessionId session, CancellationToken cancellationToken);

    /// <summary>
    /// The letters that the session has written so far, for one that cannot be ended: whatever becomes of its work, what it had to
    /// say is heard.
    /// </summary>
    Task<IReadOnlyList<OutboxFile>> LettersAsync(SessionId session, CancellationToken cancellationToken);

    /// <summary>What it left is safe elsewhere: its checkout and copies may go. What tells how it went stays.</summary>
    Task ReleaseAsync(SessionId session, CancellationToken cancellationToken);

    /// <returns>False: this agent cannot be talked to while it works.</returns>
    Task<bool> MessageAsync(SessionId session, string text, CancellationToken cancellationToken);
}
