using Troupe.Core;

namespace Troupe.Agents.Tests;

/// <summary>What every agent promises, whatever runs its sessions.</summary>
public abstract class AgentCompliance
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Collect_SessionChangedFiles_HandsInOneCommitOnTheBase()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Edits);

        await harness.Agent.StartAsync(request, Token);
        var seen = await harness.EndAsync(request.Id);
        var delivery = await harness.Agent.CollectAsync(request.Id, Token);

        (seen.State, seen.ExitCode, seen.Detail).ShouldBe((SessionState.Completed, 0, null));
        (await harness.ParentsAsync(delivery)).ShouldBe(request.Base.Value);
        delivery.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Collect_SessionChangedNothing_HasNoCommit()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Idles);

        await harness.Agent.StartAsync(request, Token);
        var seen = await harness.EndAsync(request.Id);

        seen.State.ShouldBe(SessionState.Completed);
        var delivery = await harness.Agent.CollectAsync(request.Id, Token);
        (delivery.Commit, delivery.Message).ShouldBe((null, null));
    }

    [Fact]
    public async Task Observe_AgentFails_SaysWhy()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Fails);

        await harness.Agent.StartAsync(request, Token);
        var seen = await harness.EndAsync(request.Id);

        seen.State.ShouldBe(SessionState.Failed);
        seen.Detail.ShouldNotBeNull().ShouldContain("no luck");
    }

    [Fact]
    public async Task Observe_NeverStarted_IsRequested()
    {
        await using var harness = await CreateAsync();

        (await harness.Agent.ObserveAsync(SessionId.Parse("s1-nobody-1"), Token)).State.ShouldBe(SessionState.Requested);
    }

    [Fact]
    public async Task Start_Twice_IsOneSession()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Edits);

        await harness.Agent.StartAsync(request, Token);
        await harness.Agent.StartAsync(request with { Title = "Another" }, Token);
        await harness.EndAsync(request.Id);
        var first = await harness.Agent.CollectAsync(request.Id, Token);
        await harness.Agent.StartAsync(request, Token);
        await harness.EndAsync(request.Id);

        (await harness.Agent.CollectAsync(request.Id, Token)).Commit.ShouldBe(first.Commit);
        first.Message.ShouldBe(request.Title);
        harness.Runs(request.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Collect_StillRunning_IsRefused()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Hangs);
        await harness.Agent.StartAsync(request, Token);

        (await Should.ThrowAsync<TroupeException>(() => harness.Agent.CollectAsync(request.Id, Token))).Code.ShouldBe(ErrorCode.Agent);
    }

    [Fact]
    public async Task Cancel_Running_EndsIt()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Hangs);
        await harness.Agent.StartAsync(request, Token);

        await harness.Agent.CancelAsync(request.Id, Token);

        (await harness.EndAsync(request.Id)).State.ShouldBe(SessionState.Cancelled);
        (await harness.Agent.CollectAsync(request.Id, Token)).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Cancel_Ended_ChangesNothing()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Edits);
        await harness.Agent.StartAsync(request, Token);
        await harness.EndAsync(request.Id);

        await harness.Agent.CancelAsync(request.Id, Token);

        (await harness.Agent.ObserveAsync(request.Id, Token)).State.ShouldBe(SessionState.Completed);
    }

    [Fact]
    public async Task Cancel_NeverStarted_IsHarmless()
    {
        await using var harness = await CreateAsync();

        await harness.Agent.CancelAsync(SessionId.Parse("s1-nobody-1"), Token);
    }

    [Fact]
    public async Task End_Running_IsOverAndCanBeCollected()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Hangs);
        await harness.Agent.StartAsync(request, Token);
        await harness.RunningAsync(request.Id);

        (await harness.Agent.EndAsync(request.Id, Token)).ShouldBeNull();

        (await harness.Agent.ObserveAsync(request.Id, Token)).HasEnded.ShouldBeTrue();
        (await harness.Agent.CollectAsync(request.Id, Token)).Unrecorded.ShouldBeNull();
    }

    [Fact]
    public async Task End_Ended_ChangesNothing()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Edits);
        await harness.Agent.StartAsync(request, Token);
        await harness.EndAsync(request.Id);

        (await harness.Agent.EndAsync(request.Id, Token)).ShouldBeNull();

        (await harness.Agent.ObserveAsync(request.Id, Token)).State.ShouldBe(SessionState.Completed);
        (await harness.Agent.CollectAsync(request.Id, Token)).Commit.ShouldNotBeNull();
    }

    [Fact]
    public async Task End_NeverStarted_IsHarmless()
    {
        await using var harness = await CreateAsync();

        (await harness.Agent.EndAsync(SessionId.Parse("s1-nobody-1"), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Message_ToOneThatCannotListen_SaysSo()
    {
        await using var harness = await CreateAsync();
        var request = harness.Request(Behaviour.Idles);
        await harness.Agent.StartAsync(request, Token);

        (await harness.Agent.MessageAsync(request.Id, "hello", Token)).ShouldBeFalse();
    }

    private protected abstract Task<AgentHarness> CreateAsync();
}
