using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>How the commits of a tip and of some forks descend from each other, back to where all of them part.</summary>
internal sealed class HistoryGraph
{
    private readonly IReadOnlyList<WalkedCommit> _commits;
    private readonly Dictionary<CommitId, int> _places;
    private readonly int[][] _parents;

    private HistoryGraph(CommitId tip, IReadOnlyList<WalkedCommit> commits)
    {
        _commits = commits;
        _places = commits.Select((commit, place) => (commit.Name, place)).ToDictionary();
        _parents = [.. commits.Select(commit => commit.IsEdge ? [] : commit.Parents.Select(parent => _places[parent]).ToArray())];
        Tip = tip;
    }

    public CommitId Tip { get; }

    public WalkedCommit this[int place] => _commits[place];

    /// <param name="forks">At least one.</param>
    public static async Task<HistoryGraph> LoadAsync(
        GitExecutor git, CommitId tip, IReadOnlyList<CommitId> forks, CancellationToken cancellationToken)
    {
        var edge = await EdgeAsync(git, forks, cancellationToken);
        var starts = forks.Prepend(tip).Select(commit => commit.Value).Concat(edge is { } bound ? [$"^{bound}"] : []);
        var result = await git.RunAsync(
            ["rev-list", "--stdin", "--boundary", "--no-commit-header", $"--format={WalkedCommit.Format}"],
            new GitCall { Input = Encoding.ASCII.GetBytes(string.Join('\n', starts) + "\n") },
            cancellationToken);
        return new HistoryGraph(tip, [.. result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WalkedCommit.Parse)]);
    }

    /// <summary>Less than 0: it lies behind the edge, so that all forks have it.</summary>
    public int PlaceOf(CommitId commit) => _places.GetValueOrDefault(commit, -1);

    public IReadOnlyList<int> ParentsOf(int place) => _parents[place];

    /// <summary>The places of a commit and of all that it descends from, the edge included.</summary>
    public IReadOnlySet<int> Ancestry(CommitId commit)
    {
        var seen = Enumerable.Range(0, _commits.Count).Where(place => _commits[place].IsEdge).ToHashSet();
        Stack<int> open = new();
        for (var next = PlaceOf(commit); next >= 0; next = open.TryPop(out var place) ? place : -1)
        {
            if (seen.Add(next))
            {
                Array.ForEach(_parents[next], open.Push);
            }
        }

        return seen;
    }

    // What all forks have is no answer for any of them. Without a commit that all of them have, everything has to be looked at.
    private static async Task<CommitId?> EdgeAsync(GitExecutor git, IReadOnlyList<CommitId> forks, CancellationToken cancellationToken)
    {
        if (forks.Count == 1)
        {
            return forks[0];
        }

        var result = await git.TryRunAsync(["merge-base", "--octopus", .. forks.Select(fork => fork.Value)], GitCall.Plain, cancellationToken);
        return result.ExitCode == 0 ? CommitId.Parse(result.OutputText.Trim()) : null;
    }
}
