using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Engine.Tests;

/// <summary>A sprint log with a gap is read around it: what is lost is said, and the next sprint can run.</summary>
public sealed class DamagedLogTests
{
    [Fact]
    public async Task Refresh_AnyOneRecordGone_IsReadAndTheLossIsSaid()
    {
        using var scene = await SprintScene.CreateAsync("one", "two");
        await scene.RecordAsync("one", "a", "2\n");
        await scene.RecordAsync("two", "a", "3\n");
        await scene.RunAsync();
        var log = Path.Combine((await scene.OpenAsync()).Home.SprintsFolder, "events.jsonl");
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        lines.Length.ShouldBeGreaterThan(20);

        for (var gone = 0; gone < lines.Length - 1; gone++)
        {
            using var folder = new Testing.TemporaryFolder();
            await File.WriteAllLinesAsync(
                folder["events.jsonl"], lines.Select((line, i) => i == gone ? new string('#', line.Length) : line), TestContext.Current.CancellationToken);
            var ledger = new SprintLedger(new FileEventLog(folder.Path, TimeProvider.System));
            await ledger.RefreshAsync(TestContext.Current.CancellationToken);

            ledger.Losses.ShouldNotBeEmpty($"line {gone}");
            ledger.Last.ShouldBe(1, $"line {gone}: {lines[gone]}");
        }
    }

    [Fact]
    public async Task Plan_LogsThatAreGone_TakesANumberThatNoSprintHad()
    {
        using var scene = await SprintScene.CreateAsync("one");
        await scene.RecordAsync("one", "a", "2\n");
        await scene.RunAsync();
        var workplace = await scene.OpenAsync();
        Directory.Delete(workplace.Home.SprintsFolder, recursive: true);
        await scene.Sandbox.GitAsync("checkout", "--quiet", "-b", "troupe/sprint-6");

        (await PlanAsync(await scene.OpenAsync())).ShouldBe(7);
        await scene.Sandbox.GitAsync("checkout", "--quiet", "main");
        await scene.Sandbox.GitAsync("branch", "-D", "troupe/sprint-6", "troupe/sprint-1");
        (await PlanAsync(await scene.OpenAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Plan_BranchThatStandsInTheWay_IsNamed()
    {
        using var scene = await SprintScene.CreateAsync("one");
        await scene.Sandbox.GitAsync("branch", "troupe");
        var workplace = await scene.OpenAsync();
        (await Should.ThrowAsync<TroupeException>(() => PlanAsync(workplace))).Message.ShouldContain("git branch -m troupe");
    }

    private static async Task<int> PlanAsync(Workplace workplace)
    {
        var ledger = new SprintLedger(workplace.SprintLog);
        await ledger.RefreshAsync(TestContext.Current.CancellationToken);
        return (await new SprintStarter(workplace, ledger).PlanAsync(new SprintWish(), TestContext.Current.CancellationToken)).Sprint;
    }
}
