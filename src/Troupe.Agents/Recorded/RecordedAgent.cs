using System.Collections.Concurrent;
using Troupe.Core;

namespace Troupe.Agents;

/// <summary>Sessions that hand in given commits after given times: for replay, demos and tests. It lives in this process only.</summary>
public sealed class RecordedAgent(string name, RecordedScript script, TimeProvider time) : IAgent, IDisposable
{
    private readonly ConcurrentDictionary<SessionId, RecordedSession> _sessions = new();

    public string Name { get; } = name;

    public Task StartAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _sessions.GetOrAdd(request.Id, _ => new RecordedSession(request, script, time)).Begin();
        return Task.CompletedTask;
    }

    public Task<SessionObservation> ObserveAsync(SessionId session, CancellationToken cancellationToken) => Task.FromResult(
        _sessions.TryGetValue(session, out var running) ? running.Observe() : new SessionObservation(session, SessionState.Requested));

    public Task CancelAsync(SessionId session, CancellationToken cancellationToken) =>
        _sessions.TryGetValue(session, out var running) ? running.CancelAsync() : Task.CompletedTask;

    public async Task<string?> EndAsync(SessionId session, CancellationToken cancellationToken)
    {
        await CancelAsync(session, cancellationToken);
        return null;
    }

    public async Task<SessionDelivery> CollectAsync(SessionId session, CancellationToken cancellationToken) =>
        _sessions.TryGetValue(session, out var running) && running.Observe().HasEnded
            ? await running.CollectAsync()
            : throw new TroupeException(ErrorCode.Agent, $"Session {session} has not ended: there is nothing to collect yet.");

    // Its sessions can always be ended, and then they are collected.
    public Task<IReadOnlyList<OutboxFile>> LettersAsync(SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxFile>>([]);

    public Task ReleaseAsync(SessionId session, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> MessageAsync(SessionId session, string text, CancellationToken cancellationToken) => Task.FromResult(false);

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Dispose();
        }
    }
}
