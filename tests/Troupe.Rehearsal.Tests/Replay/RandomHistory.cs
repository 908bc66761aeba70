using System.Globalization;
using System.Text;
using Troupe.Git;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Replay;

/// <summary>A random commit graph in a real repository, made by one <c>git fast-import</c>.</summary>
internal static class RandomHistory
{
    /// <summary>Commit i (from 1) has up to three parents among the commits before it; every commit reaches the tip.</summary>
    public static async Task ImportAsync(GitSandbox sandbox, int seed, int commits)
    {
        var random = new Random(seed);
        var stream = new StringBuilder();
        var heads = new HashSet<int>();
        for (var i = 1; i <= commits; i++)
        {
            var parents = i == 1 ? [] : Parents(random, i, i == commits ? heads : null);
            heads.ExceptWith(parents);
            heads.Add(i);
            stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/main\nmark :{i}\nauthor A{i} <a@example.org> {1_700_000_000 + i * 60} +0000\n");
            stream.Append(CultureInfo.InvariantCulture, $"committer C <c@example.org> {1_700_000_000 + i * 60} +0000\ndata <<END\nCommit {i}\nEND\n");
            stream.AppendJoin("", parents.Select((parent, n) => (n == 0 ? "from" : "merge") + $" :{parent}\n")).Append('\n');
        }

        await sandbox.Git.RunAsync(
            ["fast-import", "--quiet", "--force"], new GitCall { Input = Encoding.UTF8.GetBytes(stream.ToString()) }, CancellationToken.None);
    }

    private static List<int> Parents(Random random, int commit, HashSet<int>? everyHead)
    {
        if (everyHead is not null)
        {
            return [.. everyHead.Order()];
        }

        var count = random.Next(10) switch { < 5 => 1, < 9 => 2, _ => 3 };
        var nearest = Math.Max(1, commit - 12);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(nearest, commit)).Distinct()];
    }
}
