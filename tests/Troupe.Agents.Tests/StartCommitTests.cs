using Troupe.Core;
using Troupe.Git;

namespace Troupe.Agents.Tests;

/// <summary>A checkout that is made at a commit on the base: what that commit holds is part of the patch.</summary>
public sealed class StartCommitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_AtACommitOnTheBase_DeliversItsChangesWithTheAgentsOwn()
    {
        using var world = await SessionWorld.CreateAsync();
        var start = await AppliedAsync(world);
        var request = world.Request("{ git rev-parse HEAD; echo $TROUPE_BASE; cat b.txt; } > seen; echo three >> a.txt") with { StartAt = start };

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        var delivery = await world.Agent.CollectAsync(request.Id, Token);
        (await world.ContentAsync(delivery, "seen")).ShouldBe($"{start}\n{world.Base}\napplied\n");
        (await world.ChangesAsync(delivery)).ShouldBe("M a.txt|M b.txt|A seen");
        (await ParentsAsync(world, delivery)).ShouldBe(world.Base.Value);
    }

    [Fact]
    public async Task Start_AgentChangesNothing_DeliversWhatItStartedFrom()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("true") with { StartAt = await AppliedAsync(world) };

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        var delivery = await world.Agent.CollectAsync(request.Id, Token);
        (await world.ChangesAsync(delivery)).ShouldBe("M b.txt");
        (await ParentsAsync(world, delivery)).ShouldBe(world.Base.Value);
    }

    [Fact]
    public async Task Start_AgentGoesBackToTheBase_DeliversNothing()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("git reset -q --hard $TROUPE_BASE") with { StartAt = await AppliedAsync(world) };

        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        (await world.Agent.CollectAsync(request.Id, Token)).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Start_HostKilledDuringSetup_StartsAfreshAtTheSameCommit()
    {
        using var world = await SessionWorld.CreateAsync();
        var start = await AppliedAsync(world);
        var request = world.Request("git rev-parse HEAD > seen") with { StartAt = start };
        request = request with
        {
            Agent = request.Agent with { Setup = ["sh", "-c", "[ -e ../second ] && exit; echo spoilt > b.txt; touch ../second; sleep 1000"] },
        };
        await world.Agent.StartAsync(request, Token);
        await Waiting.UntilExistsAsync(Path.Combine(world.FolderOf(request.Id).Path, "second"));
        await SessionSignals.SendAsync(world, request, "-KILL");
        await Waiting.UntilAsync(() => Task.FromResult(IsFree(world.FolderOf(request.Id))), "the host's death");

        // The first request counts: whoever asks again may know of another start by then.
        await world.AnotherAgent().StartAsync(request with { StartAt = null }, Token);

        (await world.EndAsync(request.Id)).State.ShouldBe(SessionState.Completed);
        var delivery = await world.Agent.CollectAsync(request.Id, Token);
        (await world.ContentAsync(delivery, "seen")).ShouldBe($"{start}\n");
        (await world.ContentAsync(delivery, "b.txt")).ShouldBe("applied\n");
        (await ParentsAsync(world, delivery)).ShouldBe(world.Base.Value);
    }

    private static async Task<CommitId> AppliedAsync(SessionWorld world)
    {
        await world.Sandbox.GitAsync("checkout", "--quiet", "-b", "applied");
        var start = await world.Sandbox.CommitAsync("What merged", ("b.txt", "applied\n"));
        await world.Sandbox.GitAsync("checkout", "--quiet", "main");
        return CommitId.Parse(start);
    }

    private static async Task<string> ParentsAsync(SessionWorld world, SessionDelivery delivery)
    {
        var git = new GitExecutor(delivery.GitDirectory!, world.Sandbox.Environment);
        var shown = await git.RunAsync(["show", "--no-patch", "--format=%P", delivery.Commit!.Value.Value], GitCall.Plain, Token);
        return shown.OutputText.Trim();
    }

    private static bool IsFree(SessionFolder folder)
    {
        using var held = SessionLock.TryAcquire(folder);
        return held is not null;
    }
}
