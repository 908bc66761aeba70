using Troupe.Rehearsal.Replay;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Replay;

public sealed class LandingMinerTests
{
    [Fact]
    public async Task Mine_MergeOfABranch_GivesForkAndHeadOfTheBranch()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var fork = await sandbox.CommitAsync("Start", ("a.txt", "a"));
        await sandbox.GitAsync("checkout", "-q", "-b", "fix");
        await sandbox.CommitAsync("Fix, first half", ("b.txt", "b"));
        var head = await sandbox.CommitAsync("Fix, second half", ("b.txt", "bb"));
        await sandbox.GitAsync("checkout", "-q", "main");
        await sandbox.CommitAsync("Meanwhile", ("c.txt", "c"));
        await sandbox.GitAsync("merge", "-q", "--no-ff", "-m", "Merge pull request #7 from ann/fix", "fix");

        var history = LandingMiner.Mine(await MergeBaseSearchTests.ReadAsync(sandbox));

        var landing = history.Landings.ShouldHaveSingleItem();
        landing.ShouldSatisfyAllConditions(
            it => it.Kind.ShouldBe(LandingKind.Merge),
            it => it.Fork.Value.ShouldBe(fork),
            it => it.Head.Value.ShouldBe(head),
            it => it.Number.ShouldBe(7),
            it => it.ForkPosition.ShouldBe(0),
            it => it.Position.ShouldBe(2));
        history.LeftOut.ShouldBe(new LeftOut(1, 0, 0, 0));
    }

    [Fact]
    public async Task Mine_SquashLanding_ForksFromItsParent()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var parent = await sandbox.CommitAsync("Start", ("a.txt", "a"));
        var head = await sandbox.CommitAsync("Add b (#3)", ("b.txt", "b"));

        var landing = LandingMiner.Mine(await MergeBaseSearchTests.ReadAsync(sandbox)).Landings.ShouldHaveSingleItem();

        landing.ShouldSatisfyAllConditions(
            it => it.Kind.ShouldBe(LandingKind.Squash),
            it => it.Fork.Value.ShouldBe(parent),
            it => it.Head.Value.ShouldBe(head),
            it => it.Author.ShouldBe("Test"));
    }

    [Fact]
    public async Task Mine_BranchThatSynced_ForksWhereItLastSynced()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        await sandbox.CommitAsync("Start", ("a.txt", "a"));
        await sandbox.GitAsync("checkout", "-q", "-b", "fix");
        await sandbox.CommitAsync("Fix", ("b.txt", "b"));
        await sandbox.GitAsync("checkout", "-q", "main");
        var synced = await sandbox.CommitAsync("Meanwhile", ("c.txt", "c"));
        await sandbox.GitAsync("checkout", "-q", "fix");
        await sandbox.GitAsync("merge", "-q", "-m", "Merge branch 'main' into fix", "main");
        await sandbox.GitAsync("checkout", "-q", "main");
        await sandbox.GitAsync("merge", "-q", "--no-ff", "-m", "Merge branch 'fix'", "fix");

        var landing = LandingMiner.Mine(await MergeBaseSearchTests.ReadAsync(sandbox)).Landings.ShouldHaveSingleItem();

        landing.Fork.Value.ShouldBe(synced);
        landing.ForkPosition.ShouldBe(1);
    }

    [Fact]
    public void Mine_OctopusSyncAndUnrelatedMerges_AreCountedAndLeftOut()
    {
        var graph = new CommitGraph(
        [
            Commit('f', "Merge branches", "e01"), Commit('0', "", "a"), Commit('1', "", "a"),
            Commit('e', "Merge branch 'other'", "d2"), Commit('2', ""),
            Commit('d', "Merge branch 'main' of example.org:repo", "a3"), Commit('3', "", "a"),
            Commit('a', ""),
        ]);

        var history = LandingMiner.Mine(graph);

        history.Landings.ShouldBeEmpty();
        history.LeftOut.ShouldBe(new LeftOut(DirectCommits: 0, SyncMerges: 1, OctopusMerges: 1, WithoutMergeBase: 1));
    }

    private static HistoryCommit Commit(char name, string subject, string parents = "") =>
        new(new string(name, 40), [.. parents.Select(parent => new string(parent, 40))], 0, "Ann", subject);
}
