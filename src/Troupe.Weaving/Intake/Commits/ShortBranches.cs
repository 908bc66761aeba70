using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Branches of few commits, each with one parent, that stand on the base itself. Where they left it is seen by reading these
/// commits: what has the base among its ancestors cannot be one of them.
/// </summary>
internal static class ShortBranches
{
    private const int MaxLength = 8;

    /// <returns>The parents of the commits of those branches, and the heads that are no such branches.</returns>
    public static async Task<(Dictionary<CommitId, IReadOnlyList<CommitId>> Parents, IReadOnlyList<CommitId> Others)> FindAsync(
        GitRepository repository, CommitFacts facts, CommitId @base, IReadOnlyCollection<CommitId> heads, CancellationToken cancellationToken)
    {
        Dictionary<CommitId, IReadOnlyList<CommitId>> parents = [];

        // Where history is cut off, the commits themselves do not say where.
        if (File.Exists(Path.Combine(repository.CommonDirectory, "shallow")))
        {
            return (parents, [.. heads]);
        }

        List<CommitId> others = [];
        var open = heads.Select(head => new List<CommitId> { head }).ToList();
        for (var length = 0; length < MaxLength && open.Count > 0; length++)
        {
            open.RemoveAll(chain => chain[^1] == @base && Take(chain));
            await facts.LoadAsync(open.Select(chain => chain[^1]), cancellationToken);
            others.AddRange(open.Where(chain => facts[chain[^1]].Parents.Count != 1).Select(chain => chain[0]));
            open.RemoveAll(chain => facts[chain[^1]].Parents.Count != 1);
            open.ForEach(chain => chain.Add(facts[chain[^1]].Parents[0]));
        }

        return (parents, [.. others, .. open.Where(chain => chain[^1] != @base || !Take(chain)).Select(chain => chain[0])]);

        bool Take(List<CommitId> chain)
        {
            for (var i = 0; i + 1 < chain.Count; i++)
            {
                parents[chain[i]] = [chain[i + 1]];
            }

            return true;
        }
    }
}
