using Troupe.Core;

namespace Troupe.Agents.Tests;

/// <summary>Agents that lay hands on their session's folder: whoever looks after the session neither waits nor fails.</summary>
public sealed class SpoiltFolderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("echo x > ../exit.json")]
    [InlineData("mkfifo ../exit.json")]
    [InlineData("mkdir -p ../exit.json/in")]
    [InlineData("rm -f ../heartbeat; mkfifo ../heartbeat")]
    [InlineData("rm -f ../heartbeat; mkdir ../heartbeat; chmod 500 ..")]
    [InlineData("rm ../request.json ../launched")]
    [InlineData("rm ../request.json; mkfifo ../request.json")]
    [InlineData("rm -rf ../outbox; mkfifo ../outbox")]
    [InlineData("mkdir ../letters; rm -rf ../outbox; ln -s letters ../outbox")]
    public async Task Observe_FolderSpoilt_TheSessionEndsAndItsWorkIsCollected(string script)
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request($"{script}; echo more >> a.txt; mkdir -p .team/outbox; echo letter > .team/outbox/a.md");

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        var delivery = await world.Agent.CollectAsync(request.Id, Token);
        (await world.ChangesAsync(delivery)).ShouldBe("M a.txt");
        delivery.Outbox.Select(letter => letter.Name).ShouldBe(["a.md"]);
        await world.Agent.ReleaseAsync(request.Id, Token);
    }

    [Fact]
    public async Task Observe_FolderEmptied_TheSessionEndsAndSaysThatItsWorkIsGone()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("find .. -mindepth 1 -maxdepth 1 ! -name lock ! -name request.json -exec rm -rf {} +; sleep 0.3");

        var seen = await world.RunAsync(request);

        (seen.State, seen.Detail).ShouldBe((SessionState.Failed, "the agent deleted its checkout; nothing of it is left"));
        (await world.AgentWith(TimeProvider.System).CollectAsync(request.Id, Token)).Unrecorded.ShouldBeNull();
    }

    [Fact]
    public async Task Observe_CheckoutDeleted_TheSessionFailedAndNothingIsKept()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo more >> a.txt; rm -rf ../checkout");

        var seen = await world.RunAsync(request);

        (seen.State, seen.Detail).ShouldBe((SessionState.Failed, "the agent deleted its checkout; nothing of it is left"));
        var delivery = await world.AgentWith(TimeProvider.System).CollectAsync(request.Id, Token);
        (delivery.Commit, delivery.Unrecorded).ShouldBe((null, null));
        (await File.ReadAllTextAsync(world.FolderOf(request.Id).ExitFile, Token)).ShouldNotContain("kept in");
    }

    [Fact]
    public async Task Observe_FolderRemoved_TheSessionEnds()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("rm -rf ../../s7-curator-2; sleep 0.3");

        // With the lock gone as well, whoever looks first may close it in the host's place.
        (await world.RunAsync(request)).State.ShouldBeOneOf(SessionState.Failed, SessionState.Lost);

        (await world.AgentWith(TimeProvider.System).CollectAsync(request.Id, Token)).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Observe_HostKilledAndRequestSpoilt_IsLostWithoutItsWork()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo x > ../request.json; touch ../up; sleep 1000");
        await world.Agent.StartAsync(request, Token);
        await Waiting.UntilExistsAsync(Path.Combine(world.FolderOf(request.Id).Path, "up"));
        await SessionSignals.SendAsync(world, request, "-KILL");
        world.Time.Advance(TimeSpan.FromSeconds(11));

        var seen = await world.EndAsync(request.Id);

        seen.State.ShouldBe(SessionState.Lost);
        seen.Detail.ShouldNotBeNull().ShouldContain("request.json is missing or damaged");
    }

    [Fact]
    public async Task Observe_NotesWithoutEnd_AreCut()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("mkdir -p .team/outbox; i=0; while [ $i -lt 400 ]; do ln -s x .team/outbox/$i-$(printf %0200d 1).md; i=$((i+1)); done");

        var seen = await world.RunAsync(request);

        seen.Detail.ShouldNotBeNull().Length.ShouldBeLessThan(50_000);
        seen.Detail.ShouldContain("and 360 more");
    }
}
