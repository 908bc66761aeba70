using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Commits that an intake needs to know, each read once.</summary>
internal sealed class CommitFacts(ObjectReader reader)
{
    private readonly Dictionary<CommitId, CommitObject> _commits = [];

    public CommitObject this[CommitId commit] => _commits[commit];

    /// <summary>Reads those that are not known yet, all in one turn.</summary>
    public async Task LoadAsync(IEnumerable<CommitId> commits, CancellationToken cancellationToken)
    {
        var unknown = commits.Where(commit => !_commits.ContainsKey(commit)).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var read = await reader.ReadCommitsAsync(unknown, cancellationToken);
        for (var i = 0; i < unknown.Count; i++)
        {
            _commits.Add(unknown[i], read[i]);
        }
    }
}
