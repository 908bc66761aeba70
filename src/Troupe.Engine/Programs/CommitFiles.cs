using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Engine;

/// <summary>The files of a commit: what a checkout of it will hold.</summary>
public sealed class CommitFiles(GitRepository repository, CommitId commit)
{
    private const string PlainFile = "100644 ";

    /// <summary>Why a program in the checkout cannot be started, to follow its name; null: nothing speaks against it.</summary>
    /// <param name="program">A relative path.</param>
    internal async Task<string?> FaultAsync(string program, CancellationToken cancellationToken)
    {
        var path = Path.GetRelativePath("/", Path.GetFullPath(program, "/"));
        var call = new GitCall { Input = Encoding.UTF8.GetBytes($"{commit}:{path}\n") };
        var found = await repository.Git.RunAsync(["cat-file", "--batch-check", "--follow-symlinks"], call, cancellationToken);

        // A link that leads out of the commit is answered with its target; what is there is not known.
        if (!found.OutputText.Contains(" blob ", StringComparison.Ordinal) && !found.OutputText.StartsWith("symlink ", StringComparison.Ordinal))
        {
            return $"and commit {commit.Value[..10]}, which sessions start from, has no such file";
        }

        var listed = await repository.Git.RunAsync(["ls-tree", "-z", commit.Value, "--", path], GitCall.Plain, cancellationToken);
        return listed.OutputText.StartsWith(PlainFile, StringComparison.Ordinal)
            ? $"and in commit {commit.Value[..10]}, which sessions start from, that file is not executable"
            : null;
    }
}
