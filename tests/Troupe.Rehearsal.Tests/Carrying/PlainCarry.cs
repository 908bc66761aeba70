using System.Globalization;
using Troupe.Git;

namespace Troupe.Rehearsal.Tests.Carrying;

/// <summary>
/// Carries changes one after the other with nothing but <c>git merge-tree</c> on synthetic commits. It shares no code
/// with the Weaver: what both arrive at is right, or wrong in git itself.
/// </summary>
internal sealed class PlainCarry(GitExecutor git)
{
    private int _second;

    /// <summary>The tree after one more change; null and git's own words where it conflicts.</summary>
    public async Task<(string? Tree, string Words)> CarryAsync(string tipTree, string forkTree, string resultTree)
    {
        var fork = await CommitAsync(forkTree);
        var ours = await CommitAsync(tipTree, fork);
        var theirs = await CommitAsync(resultTree, fork);
        var result = await git.TryRunAsync(
            ["-c", "merge.directoryRenames=false", "-c", "merge.renameLimit=7000", "merge-tree", "--write-tree", ours, theirs],
            GitCall.Plain,
            CancellationToken.None);
        var lines = result.OutputText.Split('\n', 2);
        return result.ExitCode switch
        {
            0 => (lines[0], lines[1]),
            1 => (null, lines[1]),
            _ => throw new InvalidOperationException(result.ErrorText),
        };
    }

    /// <summary>The tree after all of them; throws where one conflicts.</summary>
    public async Task<string> CarryAllAsync(string baseCommit, IEnumerable<(string Fork, string Head)> changes)
    {
        var tree = await TreeOfAsync(baseCommit);
        foreach (var (fork, head) in changes)
        {
            var (next, words) = await CarryAsync(tree, await TreeOfAsync(fork), await TreeOfAsync(head));
            tree = next ?? throw new InvalidOperationException($"{head} does not merge: {words}");
        }

        return tree;
    }

    public Task<string> TreeOfAsync(string revision) => LineAsync(["rev-parse", "--verify", revision + "^{tree}"]);

    private Task<string> CommitAsync(string tree, params string[] parents)
    {
        // Synthetic commits must not be older than their parents.
        var date = string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000 + _second++} +0000");
        var identity = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GIT_AUTHOR_NAME"] = "x", ["GIT_AUTHOR_EMAIL"] = "x", ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_NAME"] = "x", ["GIT_COMMITTER_EMAIL"] = "x", ["GIT_COMMITTER_DATE"] = date,
        };
        return LineAsync(
            ["commit-tree", tree, .. parents.SelectMany(parent => new[] { "-p", parent }), "-m", "carry"],
            new GitCall { Environment = identity });
    }

    private async Task<string> LineAsync(IReadOnlyList<string> arguments, GitCall? call = null) =>
        (await git.RunAsync(arguments, call ?? GitCall.Plain, CancellationToken.None)).OutputText.Trim();
}
