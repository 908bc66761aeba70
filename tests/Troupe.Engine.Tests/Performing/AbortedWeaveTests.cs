using System.Diagnostics;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests.Performing;

/// <summary>The lead ends a sprint, from another process, while the verify commands run.</summary>
public sealed class AbortedWeaveTests
{
    [Fact]
    public async Task ToEndAsync_AbortWhileVerifying_StopsItAndLandsNothing()
    {
        using var scene = await SprintScene.CreateAsync("builder");
        var started = scene.Sandbox.Beside("verifying");
        await VerifyWithAsync(scene, $"echo $$ > {started}.new; mv {started}.new {started}; exec sleep 600");
        await using var orchestrator = await Orchestrator.TakeAsync(await scene.OpenAsync(), Token);
        var run = await orchestrator.BeginAsync(new SprintWish(SprintMode.Parallel), null, Token);
        var ending = run.ToEndAsync(Token);

        var process = await VerifyProcessAsync(started);
        await OrderAbortAsync(scene);
        await ending.WaitAsync(TimeSpan.FromSeconds(30), Token);

        run.State.Ended.ShouldNotBeNull().Ending.ShouldBe(SprintEnding.Aborted);
        run.State.Landed.ShouldBeEmpty();
        run.State.BranchHead.ShouldBeNull();
        process.HasExited.ShouldBeTrue();
        var patch = run.State.Roster.Single().Run!.Patch;
        (await scene.Sandbox.GitAsync("for-each-ref", "--format=%(refname)", "refs/troupe/patches", "refs/heads/troupe"))
            .ShouldBe($"refs/troupe/patches/{patch}");
        (await EventsAsync(scene)).OfType<WeaveDropped>().ShouldHaveSingleItem().Patches.ShouldBe([patch!.Value]);
    }

    [Fact]
    public async Task ToEndAsync_AbortedBetweenTheProcesses_EndsWithoutVerifying()
    {
        using var scene = await SprintScene.CreateAsync("builder");
        var started = scene.Sandbox.Beside("verifying");
        await VerifyWithAsync(scene, $"echo $$ > {started}.new; mv {started}.new {started}; exec sleep 600");
        await DieWhileVerifyingAsync(scene, started);
        File.Delete(started);

        await OrderAbortAsync(scene);
        await using var orchestrator = await Orchestrator.TakeAsync(await scene.OpenAsync(), Token);
        var run = await orchestrator.ResumeAsync(null, Token);
        await run.ToEndAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        run.State.Ended.ShouldNotBeNull().Ending.ShouldBe(SprintEnding.Aborted);
        run.State.Landed.ShouldBeEmpty();
        File.Exists(started).ShouldBeFalse();
    }

    [Fact]
    public async Task PerformAsync_SprintIsAbortedAndSomebodyElseMovedTheBranch_IsDropped()
    {
        using var scene = await SprintScene.CreateAsync("builder");
        var started = scene.Sandbox.Beside("verifying");
        await VerifyWithAsync(scene, $"echo $$ > {started}.new; mv {started}.new {started}; exec sleep 600");
        var state = await DieWhileVerifyingAsync(scene, started);
        File.Delete(started);
        await scene.Sandbox.GitAsync("branch", state.Start.Branch, "main");

        await OrderAbortAsync(scene);
        await using var orchestrator = await Orchestrator.TakeAsync(await scene.OpenAsync(), Token);
        var run = await orchestrator.ResumeAsync(null, Token);
        await run.ToEndAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token);

        run.State.Ended.ShouldNotBeNull();
        run.State.Landed.ShouldBeEmpty();
        File.Exists(started).ShouldBeFalse();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task VerifyWithAsync(SprintScene scene, string script)
    {
        await scene.Sandbox.CommitAsync(
            "Verify", (".team/troupe.toml", $"[agent.any]\ncommand = [\"true\"]\n\n[[weaver.verify]]\nname = \"slow\"\ncommand = [\"sh\", \"-c\", \"{script}\"]\n"));
        await scene.RecordAsync("builder", "a", "2\n");
    }

    /// <summary>A process that was interrupted in the middle of a verification.</summary>
    private static async Task<SprintState> DieWhileVerifyingAsync(SprintScene scene, string started)
    {
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var orchestrator = await Orchestrator.TakeAsync(await scene.OpenAsync(), Token);
        var run = await orchestrator.BeginAsync(new SprintWish(SprintMode.Parallel), null, Token);
        var ending = run.ToEndAsync(death.Token);
        (await VerifyProcessAsync(started)).Dispose();
        await death.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(ending);
        run.State.Weave.ShouldNotBeNull();
        return run.State;
    }

    private static async Task<Process> VerifyProcessAsync(string started)
    {
        while (!File.Exists(started))
        {
            await Task.Delay(10, Token);
        }

        return Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(started, Token)));
    }

    private static async Task OrderAbortAsync(SprintScene scene)
    {
        var workplace = await scene.OpenAsync();
        var ledger = new SprintLedger(workplace.SprintLog);
        await ledger.RefreshAsync(Token);
        await new LeadOrders(workplace, ledger).AbortAsync(ledger.Latest!, Token);
    }

    private static async Task<IReadOnlyList<SprintEvent>> EventsAsync(SprintScene scene) =>
        await new SprintLedger((await scene.OpenAsync()).SprintLog).RefreshAsync(Token);
}
