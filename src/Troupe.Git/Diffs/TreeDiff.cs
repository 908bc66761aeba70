using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>What differs between trees: any number of pairs in one <c>git diff-tree --stdin</c>.</summary>
public static class TreeDiff
{
    /// <param name="renames">Whether a deleted and an added file of similar content count as one renamed file (git's 50 %).</param>
    /// <returns>Per pair, in order, the paths that differ.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<TreeChange>>> CompareAsync(
        GitExecutor git, IReadOnlyList<TreePair> pairs, bool renames, CancellationToken cancellationToken)
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

        List<string> arguments = ["diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-ext-diff"];
        arguments.AddRange(renames ? ["-M", "-l7000"] : ["--no-renames"]);
        var call = new GitCall { Input = Encoding.ASCII.GetBytes(questions.ToString()) };
        var result = await git.RunAsync(arguments, call, cancellationToken);
        return RawDiffOutput.Parse(result.Output.Span, pairs);
    }
}
