using Troupe.Core;

namespace Troupe.Agents.Tests;

/// <summary>What cannot be recorded stays where it is, is said, and is tried once more.</summary>
public sealed class UnrecordedWorkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Collect_WhatCouldNotBeRecorded_IsKeptSaidAndTriedAgain()
    {
        using var world = await SessionWorld.CreateAsync();
        var git = world.Sandbox.GitDirectory;
        var request = world.Request($"echo more >> a.txt; mv '{git}' '{git}.away'");
        var seen = await world.RunAsync(request);
        var folder = world.FolderOf(request.Id);

        seen.State.ShouldBe(SessionState.Completed);
        (await File.ReadAllTextAsync(folder.ExitFile, Token)).ShouldContain("\"unrecorded\": true");
        var none = await world.AgentWith(TimeProvider.System).CollectAsync(request.Id, Token);
        none.Commit.ShouldBeNull();
        none.Unrecorded.ShouldNotBeNull().ShouldContain($"it is kept in {folder.Checkout}");
        await world.Agent.ReleaseAsync(request.Id, Token);
        (await File.ReadAllTextAsync(Path.Combine(folder.Checkout, "a.txt"), Token)).ShouldBe("one\ntwo\nmore\n");

        Directory.Move(git + ".away", git);
        var delivery = await world.AgentWith(TimeProvider.System).CollectAsync(request.Id, Token);

        delivery.Unrecorded.ShouldBeNull();
        (await world.ChangesAsync(delivery)).ShouldBe("M a.txt");
        (await File.ReadAllTextAsync(folder.ExitFile, Token)).ShouldNotContain("\"unrecorded\"");
        await world.Agent.ReleaseAsync(request.Id, Token);
        Directory.Exists(folder.Checkout).ShouldBeFalse();
    }

    [Theory]
    [InlineData("rm -rf ../checkout.snapshot; echo x > ../checkout.snapshot")]
    [InlineData("rm -rf ../checkout.snapshot/objects; echo x > ../checkout.snapshot/objects")]
    public async Task Collect_SnapshotDirectorySpoilt_IsRecordedAfresh(string script)
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request($"echo more >> a.txt; {script}");
        (await world.RunAsync(request)).State.ShouldBe(SessionState.Completed);

        var delivery = await world.AgentWith(TimeProvider.System).CollectAsync(request.Id, Token);

        (await world.ChangesAsync(delivery)).ShouldBe("M a.txt");
    }

    [Fact]
    public async Task Observe_CheckoutReplacedByALink_NothingBehindItIsTouched()
    {
        using var world = await SessionWorld.CreateAsync();
        var elsewhere = world.Sandbox.Beside("elsewhere");
        var request = world.Request($"mkdir '{elsewhere}'; mkfifo '{elsewhere}/pipe'; cd ..; mv checkout away; ln -s '{elsewhere}' checkout");

        var seen = await world.RunAsync(request);

        seen.Detail.ShouldNotBeNull().ShouldContain("could not be recorded");
        File.Exists(Path.Combine(elsewhere, "pipe")).ShouldBeTrue();
    }
}
