using Troupe.Core;
using Troupe.Git;

namespace Troupe.Agents.Tests;

/// <summary>An agent under test, with sessions that behave as asked.</summary>
internal abstract class AgentHarness(SessionWorld world) : IAsyncDisposable
{
    public abstract IAgent Agent { get; }

    public abstract SessionRequest Request(Behaviour behaviour);

    /// <summary>How often the session's work was done.</summary>
    public abstract int Runs(SessionId session);

    public Task<SessionObservation> EndAsync(SessionId session) => Agent.EndOfAsync(session);

    public Task RunningAsync(SessionId session) => Waiting.UntilAsync(
        async () => (await Agent.ObserveAsync(session, CancellationToken.None)).State == SessionState.Running, $"the start of {session}");

    public async Task<string> ParentsAsync(SessionDelivery delivery)
    {
        var git = new GitExecutor(delivery.GitDirectory!, world.Sandbox.Environment);
        return (await git.RunAsync(["show", "-s", "--format=%P", delivery.Commit!.Value.Value], GitCall.Plain, CancellationToken.None)).OutputText.Trim();
    }

    public virtual ValueTask DisposeAsync()
    {
        world.Dispose();
        return ValueTask.CompletedTask;
    }
}
