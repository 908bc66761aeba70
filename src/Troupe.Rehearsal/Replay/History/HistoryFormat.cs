using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// The one <c>git rev-list</c> call that reads a whole history, and how its lines read. <c>rev-list</c>, not <c>log</c>:
/// no setting of the user changes what it prints.
/// </summary>
internal static class HistoryFormat
{
    // Some 60 MB of text; what lies deeper is reported as history without a merge base.
    private const int MaxCommits = 300_000;

    private const char Separator = '\u0001';

    /// <summary>Children come before their parents, the tip first: <see cref="CommitGraph"/> rests on it.</summary>
    public static IReadOnlyList<string> Arguments(string revision) =>
    [
        "rev-list", "--no-commit-header", "--topo-order", $"--max-count={MaxCommits}", "--encoding=UTF-8",
        "--format=%H%x01%P%x01%ct%x01%an%x01%s", "--end-of-options", revision, "--",
    ];

    public static IReadOnlyList<HistoryCommit> Parse(string output)
    {
        var commits = new List<HistoryCommit>(output.Length / 160);
        foreach (var line in output.AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty)
            {
                commits.Add(ParseLine(line));
            }
        }

        return commits;
    }

    private static HistoryCommit ParseLine(ReadOnlySpan<char> line)
    {
        // The subject comes last because it may hold anything, the separator too.
        Span<Range> fields = stackalloc Range[5];
        if (line.Split(fields, Separator) != 5 || !long.TryParse(line[fields[2]], out var time))
        {
            throw new TroupeException(
                ErrorCode.Git, $"git rev-list printed a line that cannot be read: {Printable.Escape(line.ToString())}");
        }

        var parents = line[fields[1]];
        return new HistoryCommit(
            line[fields[0]].ToString(),
            parents.IsEmpty ? [] : parents.ToString().Split(' '),
            time,
            line[fields[3]].ToString(),
            line[fields[4]].ToString());
    }
}
