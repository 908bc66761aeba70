using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>What differs between trees: any number of pairs in one <c>git diff-tree --stdin</c>.</summary>
public static class TreeDiff
{
    /// <param name="renames">Whether a deleted and an added file of similar content count as one renamed file (git's 50 %).</param>
    /// <returns>Per pair, in order, the paths that differ.</returns>
    public static Task<IReadOnlyList<IReadOnlyList<TreeChange>>> CompareAsync(
        GitExecutor git, IReadOnlyList<TreePair> pairs, bool renames, CancellationToken cancellationToken) =>
        CompareAsync(git, pairs, renames ? ["-M", "-l7000"] : ["--no-renames"], cancellationToken);

    /// <param name="pathspecs">What to look at; none: everything.</param>
    /// <returns>Per pair, in order, the paths that differ; a renamed file is one that went and one that came.</returns>
    public static Task<IReadOnlyList<IReadOnlyList<TreeChange>>> CompareAsync(
        GitExecutor git, IReadOnlyList<TreePair> pairs, IReadOnlyList<string> pathspecs, CancellationToken cancellationToken) =>
        CompareAsync(git, pairs, (string[])["--no-renames", "--", .. pathspecs], cancellationToken);

    private static async Task<IReadOnlyList<IReadOnlyList<TreeChange>>> CompareAsync(
        GitExecutor git, IReadOnlyList<TreePair> pairs, string[] narrowing, CancellationToken cancellationToken)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        var questions = new StringBuilder(pairs.Count * 82);
        foreach (var pair in pairs)
        {
            questions.Append(pair.From).Append(' ').Append(pair.To).Append('\n');
        }

        var call = new GitCall { Input = Encoding.ASCII.GetBytes(questions.ToString()) };
        var result = await git.RunAsync(
            ["diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-ext-diff", .. narrowing], call, cancellationToken);
        return RawDiffOutput.Parse(result.Output.Span, pairs);
    }
}
