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
}
