using Troupe.Core;
using Troupe.Rehearsal.Replay;
using Troupe.Rehearsal.Tests.Carrying;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Replay;

/// <summary>A small history through the real engine, and the proof of its first tick by other means.</summary>
public sealed class HistoryReplayTests
{
    private static readonly string Lines = string.Concat(Enumerable.Range(1, 30).Select(n => $"line {n}\n"));

    [Fact]
    public async Task RunAsync_BranchesOfOneBase_LandWhatFitsAndReportTheRest()
    {
        using var sandbox = await OverlappingBranchesAsync();

        var report = await ReplayAsync(sandbox);

        var one = report.Cases.ShouldHaveSingleItem();
        one.ShouldSatisfyAllConditions(
            it => it.Personas.ShouldBe(4),
            it => it.LandedFifo.ShouldBe(3),
            it => it.Landed.ShouldBe(3),
            it => it.Skipped.ShouldBe(1),
            it => it.FirstTick.Order.Count.ShouldBe(3));
        one.FirstTick.Patches.Select(patch => (patch.Persona, patch.Outcome)).ShouldBe(
            [("pr-1", "Landed"), ("pr-2", "Landed"), ("pr-3", "Conflicted"), ("pr-4", "Landed")]);
        one.Conflicts.Select(conflict => (conflict.Persona, conflict.Attempt)).ShouldBe([("pr-3", 1), ("pr-3", 2)]);
        report.Totals.HotFiles.ShouldHaveSingleItem().Path.ShouldBe("text.txt");
        report.Failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_FirstTick_CanBeDerivedFromTheReportAlone()
    {
        using var sandbox = await OverlappingBranchesAsync();

        var one = (await ReplayAsync(sandbox)).Cases.Single();

        var byHead = one.FirstTick.Patches.ToDictionary(patch => patch.Head, StringComparer.Ordinal);
        var derived = await new PlainCarry(sandbox.Git).CarryAllAsync(one.Base, one.FirstTick.Order.Select(head => (byHead[head].Fork, head)));
        one.FirstTick.Tree.ShouldBe(derived);
    }

    [Fact]
    public async Task RunAsync_Repository_IsNotTouched()
    {
        using var sandbox = await OverlappingBranchesAsync();
        var before = GitSandbox.Fingerprint(sandbox.WorkTree);

        await ReplayAsync(sandbox);

        GitSandbox.Fingerprint(sandbox.WorkTree).ShouldBe(before);
    }

    [Fact]
    public async Task RunAsync_SettingsInThePast_RunNothing()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var trap = sandbox.Beside("trap");
        await sandbox.CommitAsync(
            "Start", ("text.txt", Lines), (".team/troupe.toml", $"[[weaver.verify]]\nname = \"trap\"\ncommand = \"touch {trap}\"\n"));
        await LandAsync(sandbox, 1, ("a.txt", "a"));
        await LandAsync(sandbox, 2, ("b.txt", "b"));

        var report = await ReplayAsync(sandbox);

        report.Totals.Landed.ShouldBe(2);
        File.Exists(trap).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_NothingSideBySide_SaysWhatIsLookedFor()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("text.txt", Lines));

        var failure = await Should.ThrowAsync<TroupeException>(() => ReplayAsync(sandbox));

        failure.Code.ShouldBe(ErrorCode.NotFound);
        failure.Message.ShouldContain("no two of its changes");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1001, 1)]
    [InlineData(23, 0)]
    public void Request_NumberOutOfRange_IsRefused(int batch, int cases) =>
        Should.Throw<TroupeException>(() => new ReplayRequest(".", batch, cases)).Code.ShouldBe(ErrorCode.InvalidArgument);

    private static Task<ReplayReport> ReplayAsync(GitSandbox sandbox) =>
        new HistoryReplay(sandbox.Environment, TimeProvider.System, new Nobody())
            .RunAsync(new ReplayRequest(sandbox.WorkTree, 23, 20), TestContext.Current.CancellationToken);

    /// <summary>Four branches cut from one commit; the third changes what the second changed.</summary>
    private static async Task<GitSandbox> OverlappingBranchesAsync()
    {
        var sandbox = await GitSandbox.WithFilesAsync(("text.txt", Lines), (".gitattributes", "*.log merge=union\n"), ("all.log", "start\n"));
        await LandAsync(sandbox, 1, ("all.log", "start\none\n"), ("new.txt", "new\n"));
        await LandAsync(sandbox, 2, ("text.txt", Lines.Replace("line 9\n", "nine\n", StringComparison.Ordinal)));
        await LandAsync(sandbox, 3, ("text.txt", Lines.Replace("line 9\n", "NINE\n", StringComparison.Ordinal)));
        await LandAsync(sandbox, 4, ("text.txt", Lines.Replace("line 25\n", "twenty-five\n", StringComparison.Ordinal)));
        return sandbox;
    }

    /// <summary>A branch from the very first commit, merged as a pull request; where it conflicts, its own side wins.</summary>
    private static async Task LandAsync(GitSandbox sandbox, int number, params (string Path, string? Content)[] files)
    {
        var root = await sandbox.GitAsync("rev-list", "--max-parents=0", "HEAD");
        await sandbox.GitAsync("checkout", "-q", "-b", $"change-{number}", root);
        await sandbox.CommitAsync($"Change {number}", files);
        await sandbox.GitAsync("checkout", "-q", "main");
        await sandbox.GitAsync("merge", "-q", "--no-ff", "-X", "theirs", "-m", $"Merge pull request #{number} from ann/change", $"change-{number}");
    }

    private sealed class Nobody : IReplayWatcher
    {
        public void Found(HistoryReport history, int cases)
        {
        }

        public void Finished(int number, int cases, CaseReport report)
        {
        }

        public void Failed(int number, int cases, FailedCase failure)
        {
        }
    }
}
