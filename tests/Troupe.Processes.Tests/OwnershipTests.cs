namespace Troupe.Processes.Tests;

/// <summary>Nothing that a program starts survives its run.</summary>
public sealed class OwnershipTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(150);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hiding() =>
    [
        "SLEEP &",
        "setsid SLEEP &",
        "(setsid SLEEP &)",
        "setsid SLEEP >/dev/null 2>&1 </dev/null &",
        "(setsid sh -c 'SLEEP & SLEEP' &)",
        "setsid sh -c 'setsid sh -c \"setsid SLEEP & wait\" & wait' &",
        "trap '' TERM HUP INT; SLEEP &",
    ];

    [Theory]
    [MemberData(nameof(Hiding))]
    public async Task RunAsync_NormalEnd_LeftoversAreEnded(string script)
    {
        var sleep = Scripts.UniqueSleep();

        var result = await Scripts.RunAsync($"{script.Replace("SLEEP", sleep, StringComparison.Ordinal)}\necho done");

        (result.ExitCode, result.OutputText).ShouldBe((0, "done\n"));
        Scripts.IsAlive(sleep).ShouldBeFalse();
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task RunAsync_EndsWhileALeftoverStartsItsProgram_TheLeftoverIsEndedEachTime()
    {
        // For an instant, a process that starts its program shows no environment at all.
        for (var run = 0; run < 300; run++)
        {
            var sleep = Scripts.UniqueSleep();
            await Scripts.RunAsync($"(setsid env env env {sleep} &)");
            Scripts.IsAlive(sleep).ShouldBeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Hiding))]
    public async Task RunAsync_Timeout_EndsEverything(string script)
    {
        var sleep = Scripts.UniqueSleep();
        var request = Scripts.Shell($"{script.Replace("SLEEP", sleep, StringComparison.Ordinal)}\necho begun; {sleep}") with { Timeout = Soon };

        var result = await ProgramRunner.RunAsync(request, Token);

        (result.Ending, result.OutputText).ShouldBe((ProgramEnding.TimedOut, "begun\n"));
        Scripts.IsAlive(sleep).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_Cancelled_EndsEverythingAndThrows()
    {
        var sleep = Scripts.UniqueSleep();
        using var cancellation = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var run = ProgramRunner.RunAsync(
            Scripts.Shell($"(setsid {sleep} &); echo begun; {sleep}") with { Received = _ => begun.TrySetResult() }, cancellation.Token);
        await begun.Task;

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        Scripts.IsAlive(sleep).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_EnvironmentThrownAway_IsEndedOnTimeout()
    {
        var sleep = Scripts.UniqueSleep();
        var request = Scripts.Shell($"env -i setsid sh -c 'trap \"\" TERM; {sleep}; {sleep}' & {sleep}") with { Timeout = Soon };

        await ProgramRunner.RunAsync(request, Token);

        Scripts.IsAlive(sleep).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_IgnoresTermination_IsKilledAfterItsGrace()
    {
        var request = Scripts.Shell("trap '' TERM; echo begun; while :; do sleep 0.01; done") with { Timeout = Soon };

        var result = await ProgramRunner.RunAsync(request, Token);

        (result.Ending, result.ExitCode).ShouldBe((ProgramEnding.TimedOut, 137));
    }

    [Fact]
    public async Task RunAsync_CleansUpOnTermination_MayDoSo()
    {
        var request = Scripts.Shell("trap 'echo clean; exit 9' TERM; echo begun; while :; do sleep 0.01; done")
            with { Timeout = Soon, Grace = TimeSpan.FromSeconds(10) };

        var result = await ProgramRunner.RunAsync(request, Token);

        (result.Ending, result.ExitCode, result.OutputText).ShouldBe((ProgramEnding.TimedOut, 9, "begun\nclean\n"));
    }

    [Fact]
    public async Task RunAsync_ForkStorm_Ends()
    {
        var sleep = Scripts.UniqueSleep();

        // Every process of the storm lives in a session of its own and starts two more, up to a depth.
        var storm = $"storm() {{ [ $1 -gt 0 ] || {{ {sleep}; return; }}; setsid sh -c \"$BODY\" storm $(($1 - 1)) & setsid sh -c \"$BODY\" storm $(($1 - 1)) & wait; }}";
        var request = Scripts.Shell($"export BODY='{storm}; storm $1'; {storm}; storm 6") with { Timeout = Soon };

        var result = await ProgramRunner.RunAsync(request, Token);

        result.Ending.ShouldBe(ProgramEnding.TimedOut);
        Scripts.IsAlive(sleep).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_TwoRuns_EndOnlyTheirOwn()
    {
        var kept = Scripts.UniqueSleep();
        using var cancellation = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var other = ProgramRunner.RunAsync(
            Scripts.Shell($"(setsid {kept} &); echo begun; {kept}") with { Received = _ => begun.TrySetResult() }, cancellation.Token);
        await begun.Task;

        await Scripts.RunAsync($"(setsid {Scripts.UniqueSleep()} &)");

        Scripts.IsAlive(kept).ShouldBeTrue();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => other);
    }
}
