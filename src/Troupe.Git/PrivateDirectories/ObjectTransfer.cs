using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>Copies what a commit needs from one git directory into the repository, through a file: it may be larger than memory.</summary>
public static class ObjectTransfer
{
    /// <summary>
    /// Afterwards the repository has <paramref name="tip"/> and everything that it needs, synced to disk. No ref is moved.
    /// </summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: an object is missing on both sides, or the disk is full; nothing has changed then.</exception>
    public static Task PublishAsync(GitExecutor from, GitRepository repository, CommitId tip, CancellationToken cancellationToken) =>
        PublishAsync(from, repository, tip, from.GitDirectory, GitCall.Plain, cancellationToken);

    /// <param name="folder">Where the file is meanwhile: there has to be room for all that is copied.</param>
    /// <param name="bounds">How long each git may run, and how much of its output may be held in memory.</param>
    internal static async Task PublishAsync(
        GitExecutor from, GitRepository repository, CommitId tip, string folder, GitCall bounds, CancellationToken cancellationToken)
    {
        var missing = await new MissingCommits(from, repository).FindAsync(tip, cancellationToken);
        if (missing.Any)
        {
            var pack = Path.Combine(folder, $"transfer-{Path.GetRandomFileName()}.pack");
            try
            {
                var revisions = bounds with { Input = Revisions(tip, missing.Boundary), OutputFile = pack };
                await from.RunAsync(["pack-objects", "--revs", "--stdout", "-q"], revisions, cancellationToken);
                using var quarantine = ObjectQuarantine.Make(repository);
                await repository.Git.RunAsync(
                    ["index-pack", "--stdin"], bounds with { InputFile = pack, Environment = quarantine.Environment }, cancellationToken);
                quarantine.Release();
            }
            finally
            {
                File.Delete(pack);
            }
        }

        // A ref must never point to something incomplete: the same walk that git makes after a fetch.
        await repository.Git.RunAsync(
            ["rev-list", "--objects", "--quiet", tip.Value, "--not", "--all"], bounds, cancellationToken);
    }

    private static byte[] Revisions(CommitId tip, IReadOnlyCollection<CommitId> boundary)
    {
        var revisions = new StringBuilder().Append(tip).Append('\n');
        foreach (var commit in boundary)
        {
            revisions.Append('^').Append(commit).Append('\n');
        }

        return Encoding.ASCII.GetBytes(revisions.ToString());
    }
}
