using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Where a patch collides with no other patch, it collides with history that its fork lacks: names those commits.</summary>
/// <param name="forkOf">The fork of a patch, by its place in the order of arrival.</param>
internal sealed class HistorySearch(GitExecutor git, CommitId tip, Func<int, CommitId> forkOf)
{
    private const int MaxCommits = 3;
    private const int ShortName = 12;

    public async Task<IReadOnlyList<Conflict>> AddAsync(int index, IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken)
    {
        var lonely = conflicts.Where(conflict => conflict.Counterparts.Count == 0).ToHashSet(ReferenceEqualityComparer.Instance);
        var fork = forkOf(index);
        if (lonely.Count == 0 || fork == tip)
        {
            return conflicts;
        }

        List<Conflict> named = [];
        foreach (var conflict in conflicts)
        {
            named.Add(lonely.Contains(conflict)
                ? conflict with { Counterparts = await FindAsync(fork, conflict, cancellationToken) }
                : conflict);
        }

        return named;
    }

    private async Task<IReadOnlyList<Counterpart>> FindAsync(CommitId fork, Conflict conflict, CancellationToken cancellationToken)
    {
        var paths = conflict.OtherPaths.Prepend(conflict.Path).Select(path => ":(literal,top)" + path);
        var result = await git.RunAsync(
            ["log", $"--max-count={MaxCommits}", "--no-show-signature", "--format=%H%x00%s%x00", $"{fork}..{tip}", "--", .. paths],
            GitCall.Plain,
            cancellationToken);
        var fields = result.OutputText.Split('\0', StringSplitOptions.TrimEntries);
        return [.. fields.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new Counterpart(pair[0][..ShortName], null, pair[1]))];
    }
}
