using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Where branches left the history of their base, all of them in at most one git process: it lists the commits that the base
/// lacks, and a branch forks where its own commits end.
/// </summary>
internal sealed class ForkSearch
{
    private readonly Dictionary<CommitId, IReadOnlyList<CommitId>> _parents;

    private ForkSearch(Dictionary<CommitId, IReadOnlyList<CommitId>> parents) => _parents = parents;

    public static async Task<ForkSearch> RunAsync(
        GitRepository repository, CommitFacts facts, CommitId @base, IReadOnlyCollection<CommitId> heads, CancellationToken cancellationToken)
    {
        var (parents, others) = await ShortBranches.FindAsync(repository, facts, @base, heads, cancellationToken);
        var search = new ForkSearch(parents);
        if (others.Count > 0)
        {
            await search.ListAsync(repository.Git, @base, others, cancellationToken);
        }

        return search;
    }

    /// <summary>What the branch has and the base lacks, the oldest first; only along first parents, which is what its author wrote.</summary>
    public IReadOnlyList<CommitId> OwnCommits(CommitId head)
    {
        List<CommitId> own = [];
        for (CommitId? at = head; at is { } commit && _parents.TryGetValue(commit, out var parents); at = parents.Count > 0 ? parents[0] : null)
        {
            own.Add(commit);
        }

        own.Reverse();
        return own;
    }

    /// <summary>
    /// The commits of the base's history on which the branch stands. One: that is its fork. None: the two have no common
    /// history. Several: git has to choose the merge base.
    /// </summary>
    public IReadOnlyCollection<CommitId> Edges(CommitId head)
    {
        HashSet<CommitId> seen = [head];
        HashSet<CommitId> edges = [];
        for (var open = new Queue<CommitId>(seen); open.TryDequeue(out var commit);)
        {
            if (!_parents.TryGetValue(commit, out var parents))
            {
                edges.Add(commit);
                continue;
            }

            foreach (var parent in parents.Where(seen.Add))
            {
                open.Enqueue(parent);
            }
        }

        return edges;
    }

    private async Task ListAsync(GitExecutor git, CommitId @base, IReadOnlyList<CommitId> heads, CancellationToken cancellationToken)
    {
        var input = $"^{@base}\n{string.Concat(heads.Select(head => head + "\n"))}";
        var result = await git.RunAsync(
            ["rev-list", "--parents", "--stdin"], new GitCall { Input = Encoding.ASCII.GetBytes(input) }, cancellationToken);
        foreach (var line in result.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var commits = line.Split(' ').Select(CommitId.Parse).ToList();
            _parents.TryAdd(commits[0], commits[1..]);
        }
    }
}
