using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Which commits of a history the repository does not have.</summary>
internal sealed class MissingCommits(GitExecutor from, GitRepository repository)
{
    private const int FirstLook = 256;

    /// <param name="Any">Whether the tip itself is missing.</param>
    /// <param name="Boundary">The nearest ancestors that the repository does have.</param>
    public sealed record Answer(bool Any, IReadOnlyCollection<CommitId> Boundary);

    public async Task<Answer> FindAsync(CommitId tip, CancellationToken cancellationToken)
    {
        // New commits lie at the tip. Only a long new history takes more than one look.
        for (var depth = FirstLook; ; depth *= 8)
        {
            var parents = await ReadParentsAsync(tip, depth, cancellationToken);
            var present = await PresentAsync(parents, cancellationToken);
            if (Walk(tip, parents, present) is { } answer)
            {
                return answer;
            }
        }
    }

    // Null: the walk left what was read.
    private static Answer? Walk(CommitId tip, Dictionary<CommitId, CommitId[]> parents, HashSet<CommitId> present)
    {
        HashSet<CommitId> boundary = [], seen = [tip];
        var open = new Stack<CommitId>([tip]);
        while (open.TryPop(out var commit))
        {
            if (present.Contains(commit))
            {
                boundary.Add(commit);
                continue;
            }

            if (!parents.TryGetValue(commit, out var next))
            {
                return null;
            }

            foreach (var parent in next.Where(seen.Add))
            {
                open.Push(parent);
            }
        }

        return new Answer(!present.Contains(tip), boundary);
    }

    private async Task<Dictionary<CommitId, CommitId[]>> ReadParentsAsync(CommitId tip, int depth, CancellationToken cancellationToken)
    {
        var result = await from.RunAsync(["rev-list", "--parents", $"--max-count={depth}", tip.Value], GitCall.Plain, cancellationToken);
        Dictionary<CommitId, CommitId[]> parents = [];
        foreach (var line in result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var names = line.Split(' ').Select(CommitId.Parse).ToArray();
            parents[names[0]] = names[1..];
        }

        return parents;
    }

    private async Task<HashSet<CommitId>> PresentAsync(Dictionary<CommitId, CommitId[]> parents, CancellationToken cancellationToken)
    {
        var names = parents.SelectMany(p => p.Value.Prepend(p.Key)).Distinct().ToArray();
        var call = new GitCall { Input = Encoding.ASCII.GetBytes(string.Join('\n', names) + "\n") };
        var result = await repository.Git.RunAsync(["cat-file", "--batch-check=%(objectname)"], call, cancellationToken);
        return result.OutputText.Split('\n')
            .Where(line => CommitId.TryParse(line, out _))
            .Select(CommitId.Parse)
            .ToHashSet();
    }
}
