using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>What a report says of commits of the history, by what their messages say.</summary>
internal static class CommitCounterparts
{
    private const int ShortName = 12;

    // What Troupe landed says so in its trailers; the last one counts, for an author's own come before.
    private const string Format = "%H%x00%s%x00%(trailers:key=Troupe-Persona,valueonly,unfold)%x00%(trailers:key=Troupe-Patch,valueonly,unfold)%x00%B%x00";
    private const int Fields = 5;

    /// <summary>All of them in one git process.</summary>
    public static async Task<IReadOnlyDictionary<CommitId, Counterpart>> LoadAsync(
        GitExecutor git, IReadOnlyList<CommitId> commits, CancellationToken cancellationToken)
    {
        if (commits.Count == 0)
        {
            return new Dictionary<CommitId, Counterpart>();
        }

        var result = await git.RunAsync(
            ["log", "--no-walk=unsorted", "--no-show-signature", "--no-patch", $"--format={Format}", "--stdin"],
            new GitCall { Input = Encoding.ASCII.GetBytes(string.Concat(commits.Select(commit => commit + "\n"))) },
            cancellationToken);
        var fields = result.OutputText.Split('\0', StringSplitOptions.TrimEntries);
        return fields.Chunk(Fields).Where(commit => commit.Length == Fields).ToDictionary(commit => CommitId.Parse(commit[0]), Read);
    }

    private static Counterpart Read(string[] commit) => new(
        commit[0][..ShortName],
        PersonaId.TryParse(LastLine(commit[2]), out var persona) ? persona : null,
        commit[1])
    {
        Intent = StatedIntent.Of(commit[4]),
        PullRequest = StatedIntent.PullRequest(commit[4], ""),
        Landed = PatchId.TryParse(LastLine(commit[3]), out var patch) ? patch : null,
    };

    private static string LastLine(string values) => values.Split('\n')[^1].Trim();
}
