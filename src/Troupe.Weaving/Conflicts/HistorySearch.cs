using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Where a patch collides with no other patch, it collides with history that its fork lacks: names those commits, and whose they are.</summary>
/// <param name="forkOf">The fork of a patch, by its place in the order of arrival.</param>
internal sealed class HistorySearch(GitExecutor git, CommitId tip, Func<int, CommitId> forkOf)
{
    private const int MaxCommits = 3;
    private const int ShortName = 12;

    // What Troupe landed says so in its trailers; the last one counts, for an author's own come before.
    private const string Format = "%H%x00%s%x00%(trailers:key=Troupe-Persona,valueonly,unfold)%x00%(trailers:key=Troupe-Patch,valueonly,unfold)%x00";
    private const int Fields = 4;

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
            ["log", $"--max-count={MaxCommits}", "--no-show-signature", $"--format={Format}", $"{fork}..{tip}", "--", .. paths],
            GitCall.Plain,
            cancellationToken);
        var fields = result.OutputText.Split('\0', StringSplitOptions.TrimEntries);
        return [.. fields.Chunk(Fields).Where(commit => commit.Length == Fields).Select(Read)];
    }

    private static Counterpart Read(string[] commit) => new(
        commit[0][..ShortName],
        PersonaId.TryParse(LastLine(commit[2]), out var persona) ? persona : null,
        commit[1])
    {
        Landed = PatchId.TryParse(LastLine(commit[3]), out var patch) ? patch : null,
    };

    private static string LastLine(string values) => values.Split('\n')[^1].Trim();
}
