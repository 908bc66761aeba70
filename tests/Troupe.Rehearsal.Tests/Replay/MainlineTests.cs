using Troupe.Rehearsal.Replay;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Replay;

public sealed class MainlineTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task ForkOfMergeAt_RandomGraph_IsGitsMergeBase(int seed)
    {
        using var sandbox = await GitSandbox.CreateAsync();
        await RandomHistory.ImportAsync(sandbox, seed, 120);
        var graph = await MergeBaseSearchTests.ReadAsync(sandbox);
        var mainline = new Mainline(graph);
        var merges = Enumerable.Range(1, mainline.Length - 1).Where(i => graph[mainline[i]].Parents.Count == 2).ToList();
        merges.ShouldNotBeEmpty();
        foreach (var position in merges)
        {
            var commit = graph[mainline[position]];

            var fork = mainline.ForkOfMergeAt(position);

            var expected = await sandbox.GitAsync("merge-base", commit.Parents[0], commit.Parents[1]);
            graph[fork.ShouldNotBeNull()].Id.ShouldBe(expected, $"seed {seed}, position {position}");
        }
    }

    [Fact]
    public void ReachedAt_CommitOfABranch_IsWhereTheBranchLanded()
    {
        // a - b - m (main), a - x (branch, taken in by m), and then c.
        var graph = new CommitGraph(
        [
            MergeBaseSearchTests.Commit("c", "m"), MergeBaseSearchTests.Commit("m", "b", "x"),
            MergeBaseSearchTests.Commit("x", "a"), MergeBaseSearchTests.Commit("b", "a"), MergeBaseSearchTests.Commit("a"),
        ]);

        var mainline = new Mainline(graph);

        mainline.Length.ShouldBe(4);
        mainline.ReachedAt(2).ShouldBe(2);
        mainline.ReachedAt(3).ShouldBe(1);
        mainline.ForkOfMergeAt(2).ShouldBe(4);
    }

    [Fact]
    public void ForkOfMergeAt_UnrelatedHistory_IsNull()
    {
        var graph = new CommitGraph(
        [
            MergeBaseSearchTests.Commit("m", "a", "x"), MergeBaseSearchTests.Commit("x"), MergeBaseSearchTests.Commit("a"),
        ]);

        new Mainline(graph).ForkOfMergeAt(1).ShouldBeNull();
    }
}
