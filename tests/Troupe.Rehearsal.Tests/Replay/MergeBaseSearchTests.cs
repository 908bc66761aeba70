using Troupe.Core;
using Troupe.Git;
using Troupe.Rehearsal.Replay;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Replay;

public sealed class MergeBaseSearchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Of_RandomGraph_FindsWhatGitFinds(int seed)
    {
        using var sandbox = await GitSandbox.CreateAsync();
        await RandomHistory.ImportAsync(sandbox, seed, 60);
        var graph = await ReadAsync(sandbox);
        var search = new MergeBaseSearch(graph);
        var random = new Random(seed);
        for (var i = 0; i < 40; i++)
        {
            var left = random.Next(graph.Count);
            var right = random.Next(graph.Count);

            var found = search.Of(left, right).Select(commit => graph[commit].Id);

            found.ShouldBe(await GitMergeBasesAsync(sandbox, graph[left].Id, graph[right].Id), $"seed {seed}, pair {i}");
        }
    }

    [Fact]
    public void Of_UnrelatedCommits_FindsNothing()
    {
        var graph = new CommitGraph([Commit("a"), Commit("b")]);

        new MergeBaseSearch(graph).Of(0, 1).ShouldBeEmpty();
    }

    [Fact]
    public void Of_SameSearchTwice_ForgetsTheFirst()
    {
        var graph = new CommitGraph([Commit("d", "b"), Commit("c", "b"), Commit("b", "a"), Commit("a")]);
        var search = new MergeBaseSearch(graph);
        search.Of(0, 3).ShouldBe([3]);

        search.Of(0, 1).ShouldBe([2]);
    }

    internal static HistoryCommit Commit(string id, params string[] parents) => new(id, parents, 0, "Ann", id);

    internal static async Task<CommitGraph> ReadAsync(GitSandbox sandbox) => await HistoryReader.ReadAsync(
        sandbox.Git, CommitId.Parse(await sandbox.GitAsync("rev-parse", "main")), TestContext.Current.CancellationToken);

    private static async Task<string[]> GitMergeBasesAsync(GitSandbox sandbox, string left, string right)
    {
        var result = await sandbox.Git.TryRunAsync(
            ["merge-base", "--all", left, right], GitCall.Plain, TestContext.Current.CancellationToken);
        return result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
