namespace Troupe.Engine.Tests;

public sealed class ObserverTests
{
    [Fact]
    public async Task Observe_SessionThatNobodyCanLookAt_IsNotSeenAndStopsNobody()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox) with { Agents = new StubbornAgent() };

        var seen = await new Observer(workplace).ObserveAsync(Scene.Running(), Scene.Token);

        seen.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Observe_AgentWithADefect_StopsNobodyEither()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox) with { Agents = new StubbornAgent { Sight = new InvalidOperationException("A defect.") } };

        (await new Observer(workplace).ObserveAsync(Scene.Running(), Scene.Token)).Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Observe_Cancelled_IsCancelled()
    {
        using var sandbox = await Scene.RepositoryAsync();
        using var cancelled = new CancellationTokenSource();
        var workplace = await Scene.OpenAsync(sandbox) with { Agents = new StubbornAgent { Sight = new OperationCanceledException() } };
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new Observer(workplace).ObserveAsync(Scene.Running(), cancelled.Token));
    }
}
