using Troupe.Core;

namespace Troupe.Agents.Tests;

/// <summary>Sessions whose host neither closes them nor dies: somebody else ends them, and nothing of them is lost.</summary>
public sealed class GivenUpSessionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_HostStandsStill_IsEndedAndItsWorkCollected()
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("echo half > half.txt; (setsid sleep 1000 &); touch ../up; sleep 1000");
        await world.Agent.StartAsync(request, Token);
        await Waiting.UntilExistsAsync(Path.Combine(world.FolderOf(request.Id).Path, "up"));
        await SessionSignals.SendAsync(world, request, "-STOP");
        await Should.ThrowAsync<TroupeException>(() => world.Agent.CollectAsync(request.Id, Token));

        (await SystemAgent(world).EndAsync(request.Id, Token)).ShouldBeNull();

        var seen = await world.Agent.ObserveAsync(request.Id, Token);
        (seen.State, seen.Detail).ShouldBe((SessionState.Lost, "its host did not end it and was ended with everything that it ran"));
        (await world.ChangesAsync(await world.Agent.CollectAsync(request.Id, Token))).ShouldBe("A half.txt");
        await world.NothingLeftAsync(request.Id);
    }

    [Fact]
    public async Task End_LockHeldByAStranger_SaysWhereTheWorkIs()
    {
        using var world = await SessionWorld.CreateAsync();
        var folder = world.FolderOf(SessionId.Parse("s7-curator-2"));
        SessionFiles.CreatePrivateFolder(folder.Path);
        SessionFiles.Write(folder.LaunchedFile, world.Time.GetUtcNow());
        using var held = SessionLock.TryAcquire(folder).ShouldNotBeNull();

        var ending = world.Agent.EndAsync(SessionId.Parse("s7-curator-2"), Token);
        while (!ending.IsCompleted)
        {
            world.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await ending).ShouldNotBeNull().ShouldContain($"it is kept in {folder.Checkout}");
        File.Exists(folder.ExitFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Letters_SessionThatCannotBeEnded_AreThoseOfItsFolderAndItsCheckout()
    {
        using var world = await SessionWorld.CreateAsync();
        var session = SessionId.Parse("s7-curator-2");
        var folder = world.FolderOf(session);
        Directory.CreateDirectory(folder.Outbox);
        Directory.CreateDirectory(Path.Combine(folder.Checkout, NeverPatched.Outbox));
        await File.WriteAllTextAsync(Path.Combine(folder.Outbox, "a.md"), "one", Token);
        await File.WriteAllTextAsync(Path.Combine(folder.Checkout, NeverPatched.Outbox, "b.md"), "two", Token);
        using var held = SessionLock.TryAcquire(folder).ShouldNotBeNull();

        (await world.Agent.LettersAsync(session, Token)).Select(letter => letter.Name).ShouldBe(["a.md", "b.md"]);
        (await world.Agent.LettersAsync(SessionId.Parse("s7-curator-3"), Token)).ShouldBeEmpty();
        Directory.Exists(world.FolderOf(SessionId.Parse("s7-curator-3")).Path).ShouldBeFalse();
    }

    [Fact]
    public async Task End_NeverLaunched_LeavesItAlone()
    {
        using var world = await SessionWorld.CreateAsync();
        var folder = world.FolderOf(SessionId.Parse("s7-curator-2"));
        SessionFiles.CreatePrivateFolder(folder.Path);
        SessionFiles.Write(folder.PromptFile, "half written");

        (await world.Agent.EndAsync(SessionId.Parse("s7-curator-2"), Token)).ShouldBeNull();

        File.Exists(folder.ExitFile).ShouldBeFalse();
        (await world.Agent.CollectAsync(SessionId.Parse("s7-curator-2"), Token)).Commit.ShouldBeNull();
    }

    /// <summary>With a real clock: a host that was killed may take a moment to let go of the lock.</summary>
    private static CommandAgent SystemAgent(SessionWorld world) => world.AgentWith(TimeProvider.System);
}
