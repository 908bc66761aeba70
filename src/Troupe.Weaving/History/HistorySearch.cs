using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// Where a patch collides with no other patch, it collides with history that its fork lacks: names those commits, and whose they are. All
/// questions of a weave take the same few git processes.
/// </summary>
/// <param name="forkOf">The fork of a patch, by its place in the order of arrival.</param>
internal sealed class HistorySearch(GitExecutor git, CommitId tip, Func<int, CommitId> forkOf)
{
    private const int MaxCommits = 3;

    /// <returns>For each question, in order, the latest commits; none where the fork lacks nothing of the tip.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<Counterpart>>> FindAsync(
        IReadOnlyList<HistoryQuestion> questions, CancellationToken cancellationToken)
    {
        var open = questions.Where(question => forkOf(question.Patch) != tip).ToList();
        if (open.Count == 0)
        {
            return [.. questions.Select(_ => Array.Empty<Counterpart>())];
        }

        var commits = await HistoryGraph.LoadAsync(git, tip, [.. open.Select(question => forkOf(question.Patch)).Distinct()], cancellationToken);
        var changes = await PathChanges.LoadAsync(
            git, commits, [.. open.SelectMany(question => question.Paths).Distinct(StringComparer.Ordinal)], cancellationToken);
        var walk = new HistoryWalk(commits, changes);
        var latest = questions.Select(question => walk.Latest(forkOf(question.Patch), question.Paths, MaxCommits)).ToList();
        var counterparts = await CommitCounterparts.LoadAsync(git, [.. latest.SelectMany(found => found).Distinct()], cancellationToken);
        return [.. latest.Select(found => (IReadOnlyList<Counterpart>)[.. found.Select(commit => counterparts[commit])])];
    }
}
