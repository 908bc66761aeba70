using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Copies what a commit needs from one git directory into the repository.</summary>
public static class ObjectTransfer
{
    /// <summary>
    /// Afterwards the repository has <paramref name="tip"/> and everything that it needs, synced to disk. No ref is moved.
    /// </summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: an object is missing on both sides, or the disk is full.</exception>
    public static async Task PublishAsync(GitExecutor from, GitRepository repository, CommitId tip, CancellationToken cancellationToken)
    {
        var missing = await new MissingCommits(from, repository).FindAsync(tip, cancellationToken);
        if (missing.Any)
        {
            var pack = await PackAsync(from, tip, missing.Boundary, cancellationToken);
            await repository.Git.RunAsync(["index-pack", "--stdin"], new GitCall { Input = pack }, cancellationToken);
        }

        // A ref must never point to something incomplete: the same walk that git makes after a fetch.
        await repository.Git.RunAsync(
            ["rev-list", "--objects", "--quiet", tip.Value, "--not", "--all"], GitCall.Plain, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> PackAsync(
        GitExecutor from, CommitId tip, IReadOnlyCollection<CommitId> boundary, CancellationToken cancellationToken)
    {
        var revisions = new StringBuilder().Append(tip).Append('\n');
        foreach (var commit in boundary)
        {
            revisions.Append('^').Append(commit).Append('\n');
        }

        var call = new GitCall { Input = Encoding.ASCII.GetBytes(revisions.ToString()) };
        var result = await from.RunAsync(["pack-objects", "--revs", "--stdout", "-q"], call, cancellationToken);
        return result.Output;
    }
}
