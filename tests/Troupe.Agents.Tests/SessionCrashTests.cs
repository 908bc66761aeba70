using Troupe.Core;

namespace Troupe.Agents.Tests;

/// <summary>Hosts and orchestrators that are killed: the agent works at most once, and nothing of it is left running.</summary>
public sealed class SessionCrashTests
{
    private const string Working = "echo run >> ../runs; echo half > half.txt; (setsid sleep 1000 &); sleep 1000";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Observe_HostKilled_LaunchTimePassed_IsLostWithItsWork()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(Working);
        await StartAndKillAsync(world, request);

        world.Time.Advance(TimeSpan.FromSeconds(11));
        var seen = await world.AnotherAgent().ObserveAsync(request.Id, Token);

        seen.State.ShouldBe(SessionState.Lost);
        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("A half.txt");
        await world.NothingLeftAsync(request.Id);
    }

    [Fact]
    public async Task Observe_HostKilled_JustLaunched_IsNotYetLost()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(Working);
        await StartAndKillAsync(world, request);

        world.Time.Advance(TimeSpan.FromSeconds(9));

        (await world.Agent.ObserveAsync(request.Id, Token)).State.ShouldBe(SessionState.Requested);
    }

    [Fact]
    public async Task Start_HostKilledWhileTheAgentWorked_EndsItAsLostWithoutRunningAgain()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(Working);
        await StartAndKillAsync(world, request);

        await world.AnotherAgent().StartAsync(request, Token);
        var seen = await world.EndAsync(request.Id);

        seen.State.ShouldBe(SessionState.Lost);
        Runs(world, request).ShouldBe(1);
        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("A half.txt");
        await world.NothingLeftAsync(request.Id);
    }

    [Fact]
    public async Task Start_HostKilledDuringSetup_StartsAfresh()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo run >> ../runs; ls > seen");
        request = request with
        {
            Agent = request.Agent with { Setup = ["sh", "-c", "[ -e ../second ] && exit; touch leftover ../second; (setsid sleep 1000 &); sleep 1000"] },
        };
        await StartAndKillAsync(world, request, "second");

        await world.AnotherAgent().StartAsync(request, Token);

        (await world.EndAsync(request.Id)).State.ShouldBe(SessionState.Completed);
        Runs(world, request).ShouldBe(1);
        (await world.ContentAsync(await world.Agent.CollectAsync(request.Id, Token), "seen")).ShouldBe("a.txt\nb.txt\nseen\n");
        await world.NothingLeftAsync(request.Id);
    }

    [Fact]
    public async Task Start_ManyAtOnce_TheAgentWorksOnce()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo run >> ../runs; sleep 0.1");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.AnotherAgent().StartAsync(request, Token))));

        (await world.EndAsync(request.Id)).State.ShouldBe(SessionState.Completed);
        Runs(world, request).ShouldBe(1);
        await Waiting.UntilAsync(() => Task.FromResult(SessionSignals.Hosts(world, request).Count == 0), "the other hosts to step back");
        Runs(world, request).ShouldBe(1);
    }

    [Fact]
    public async Task Observe_NeverLaunchedHost_BecomesLostOnlyUnderTheLock()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(Working);
        await StartAndKillAsync(world, request);
        world.Time.Advance(TimeSpan.FromSeconds(11));

        using (SessionLock.TryAcquire(world.FolderOf(request.Id)).ShouldNotBeNull())
        {
            (await world.Agent.ObserveAsync(request.Id, Token)).State.ShouldBe(SessionState.Running);
        }

        (await world.Agent.ObserveAsync(request.Id, Token)).State.ShouldBe(SessionState.Lost);
    }

    [Fact]
    public async Task Start_HostThatCannotBeStarted_SaysSoAndMayBeAskedAgain()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo run >> ../runs");

        var failure = await Should.ThrowAsync<TroupeException>(() => world.AgentHostedBy("/no/such/troupe").StartAsync(request, Token));
        await world.Agent.StartAsync(request, Token);

        failure.Message.ShouldContain("/no/such/troupe");
        (await world.EndAsync(request.Id)).State.ShouldBe(SessionState.Completed);
        Runs(world, request).ShouldBe(1);
    }

    [Fact]
    public async Task HostToldToEnd_ClosesTheSessionAsLost()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request(Working);
        await world.Agent.StartAsync(request, Token);
        await Waiting.UntilExistsAsync(Path.Combine(world.FolderOf(request.Id).Path, "checkout/half.txt"));

        await SessionSignals.SendAsync(world, request, "-TERM");

        (await world.EndAsync(request.Id)).State.ShouldBe(SessionState.Lost);
        await world.NothingLeftAsync(request.Id);
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Start_HostsKilledAtRandomMoments_TheAgentWorksAtMostOnceAndNothingIsLeft()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var rounds = 6 * int.Parse(Environment.GetEnvironmentVariable("TROUPE_STRESS") ?? "1");
        for (var round = 0; round < rounds; round++)
        {
            using var world = await SessionWorld.CreateAsync();
            var request = world.Request("echo run >> ../runs; (setsid sleep 1000 &) ; sleep 0.1; echo done > done.txt");
            for (var start = 0; start < 3; start++)
            {
                await world.AnotherAgent().StartAsync(request, Token);
                await Task.Delay(random.Next(700), Token);
                await SessionSignals.SendAsync(world, request, "-KILL");
            }

            await world.AnotherAgent().StartAsync(request, Token);
            var seen = await world.EndAsync(request.Id);

            seen.State.ShouldBeOneOf([SessionState.Completed, SessionState.Lost], $"seed {seed}");
            Runs(world, request).ShouldBeLessThanOrEqualTo(1, $"seed {seed}");
            (seen.State != SessionState.Completed || Runs(world, request) == 1).ShouldBeTrue($"seed {seed}");
            await world.NothingLeftAsync(request.Id);
        }
    }

    private static async Task StartAndKillAsync(SessionWorld world, SessionRequest request, string sign = "checkout/half.txt")
    {
        await world.Agent.StartAsync(request, Token);
        await Waiting.UntilExistsAsync(Path.Combine(world.FolderOf(request.Id).Path, sign));
        await SessionSignals.SendAsync(world, request, "-KILL");
        await Waiting.UntilAsync(() => Task.FromResult(IsFree(world.FolderOf(request.Id))), "the host's death");
    }

    private static bool IsFree(SessionFolder folder)
    {
        using var held = SessionLock.TryAcquire(folder);
        return held is not null;
    }

    private static int Runs(SessionWorld world, SessionRequest request)
    {
        var runs = Path.Combine(world.FolderOf(request.Id).Path, "runs");
        return File.Exists(runs) ? File.ReadAllLines(runs).Length : 0;
    }
}
