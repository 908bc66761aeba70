using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Revisions: what a user's words mean, and how commits relate.</summary>
public sealed partial class GitRepository
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: there is no such commit.</exception>
    public async Task<CommitId> ResolveAsync(string revision, CancellationToken cancellationToken) =>
        (await ResolveAsync([revision], cancellationToken))[0];

    /// <summary>Resolves all of them in one git process.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: one of them is no commit; the message names it.</exception>
    public async Task<IReadOnlyList<CommitId>> ResolveAsync(IReadOnlyList<string> revisions, CancellationToken cancellationToken)
    {
        var names = await PeelAsync(revisions, "commit", cancellationToken);
        List<CommitId> commits = new(revisions.Count);
        for (var i = 0; i < revisions.Count; i++)
        {
            commits.Add(CommitId.TryParse(names[i], out var commit) ? commit : throw await UnknownAsync(revisions[i], cancellationToken));
        }

        return commits;
    }

    /// <summary>Null: the two have no common history.</summary>
    public async Task<CommitId?> MergeBaseAsync(CommitId left, CommitId right, CancellationToken cancellationToken)
    {
        string[] arguments = ["merge-base", left.Value, right.Value];
        var result = await Git.TryRunAsync(arguments, GitCall.Plain, cancellationToken);
        return result.ExitCode switch
        {
            0 => CommitId.Parse(result.OutputText.Trim()),
            1 => null,
            _ => throw Git.Failure(arguments, GitCall.Plain, result),
        };
    }

    public async Task<bool> IsAncestorAsync(CommitId ancestor, CommitId descendant, CancellationToken cancellationToken)
    {
        string[] arguments = ["merge-base", "--is-ancestor", ancestor.Value, descendant.Value];
        var result = await Git.TryRunAsync(arguments, GitCall.Plain, cancellationToken);
        return result.ExitCode switch
        {
            0 => true,
            1 => false,
            _ => throw Git.Failure(arguments, GitCall.Plain, result),
        };
    }

    public async Task<TreeId> TreeOfAsync(CommitId commit, CancellationToken cancellationToken) =>
        (await TreesOfAsync([commit], cancellationToken))[0];

    /// <summary>The trees of all of them, in one git process.</summary>
    public async Task<IReadOnlyList<TreeId>> TreesOfAsync(IReadOnlyList<CommitId> commits, CancellationToken cancellationToken)
    {
        var names = await PeelAsync(commits.Select(c => c.Value).ToArray(), "tree", cancellationToken);
        List<TreeId> trees = new(commits.Count);
        for (var i = 0; i < commits.Count; i++)
        {
            trees.Add(TreeId.TryParse(names[i], out var tree)
                ? tree
                : throw new TroupeException(ErrorCode.NotFound, $"The repository has no commit {commits[i]}, or not its tree. Fetch it first."));
        }

        return trees;
    }

    // Each answer is one line: the object's name, or "QUESTION missing" and the like.
    private async Task<string[]> PeelAsync(IReadOnlyList<string> revisions, string type, CancellationToken cancellationToken)
    {
        if (revisions.Count == 0)
        {
            return [];
        }

        var questions = new StringBuilder();
        foreach (var revision in revisions)
        {
            questions.Append(Require(revision)).Append("^{").Append(type).Append("}\n");
        }

        var result = await Git.RunAsync(
            ["cat-file", "--batch-check=%(objectname)"],
            new GitCall { Input = GitPath.Encode(questions.ToString()) },
            cancellationToken);
        var answers = result.OutputText.Split('\n');
        return answers.Length == revisions.Count + 1
            ? answers[..^1]
            : throw new TroupeException(ErrorCode.Git, $"git cat-file gave {answers.Length - 1} answers to {revisions.Count} questions.");
    }

    private static string Require(string revision) =>
        revision.Length > 0 && revision.AsSpan().IndexOfAny('\n', '\0') < 0
            ? revision
            : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(revision)}' is not a revision: it is empty or holds a line break.");

    private async Task<TroupeException> UnknownAsync(string revision, CancellationToken cancellationToken)
    {
        var name = Printable.Escape(revision);
        if (await IsEmptyAsync(cancellationToken))
        {
            return new TroupeException(ErrorCode.NotFound, $"The repository has no commit yet, so there is no '{name}'. Commit something first.");
        }

        return new TroupeException(
            ErrorCode.NotFound,
            $"'{name}' is no commit of this repository. 'git branch --all' lists the branches; a commit that is only on a server has to be fetched first.");
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        var any = await Git.RunAsync(["for-each-ref", "--count=1"], GitCall.Plain, cancellationToken);
        return any.Output.IsEmpty;
    }
}
