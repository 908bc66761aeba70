using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Commits that an intake needs to know, each read once.</summary>
internal sealed class CommitFacts(ObjectReader reader)
{
    private readonly Dictionary<CommitId, CommitObject> _commits = [];
    private readonly HashSet<CommitId> _missing = [];

    public CommitObject this[CommitId commit] => _commits[commit];

    /// <summary>Whether the repository was found not to have it.</summary>
    public bool Lacks(CommitId commit) => _missing.Contains(commit);

    /// <summary>Reads those that are not known yet and that there are, all in two turns.</summary>
    public async Task TryLoadAsync(IReadOnlyCollection<CommitId> commits, CancellationToken cancellationToken)
    {
        List<CommitId> unknown = [.. commits.Where(commit => !_commits.ContainsKey(commit)).Distinct()];
        var sizes = await reader.SizesAsync([.. unknown.Select(commit => commit.Value)], cancellationToken);
        _missing.UnionWith(unknown.Where((_, i) => sizes[i] is null));
        await LoadAsync(unknown.Where(commit => !Lacks(commit)), cancellationToken);
    }

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
