using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Commits that an intake needs to know, each read once.</summary>
internal sealed class CommitFacts
{
    private readonly Dictionary<CommitId, CommitObject> _commits = [];

    private CommitFacts()
    {
    }

    public CommitObject this[CommitId commit] => _commits[commit];

    public static async Task<CommitFacts> LoadAsync(ObjectReader reader, IEnumerable<CommitId> commits, CancellationToken cancellationToken)
    {
        var facts = new CommitFacts();
        foreach (var commit in commits.Distinct())
        {
            facts._commits.Add(commit, await reader.ReadCommitAsync(commit, cancellationToken));
        }

        return facts;
    }
}
