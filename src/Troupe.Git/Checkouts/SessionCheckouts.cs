using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>
/// Checkouts in which agents work. Each is a repository of its own, so that whatever an agent does to branches, stash, index or
/// settings stays there; and what it leaves is read from the files alone, through an index and settings that it cannot reach.
/// </summary>
public sealed class SessionCheckouts(GitRepository repository)
{
    /// <summary>The git directory, beside a checkout, that its snapshots are written to.</summary>
    public static string SnapshotDirectoryOf(string checkoutFolder) => Path.GetFullPath(checkoutFolder).TrimEnd('/') + ".snapshot";

    public async Task CreateAsync(CheckoutRequest request, CancellationToken cancellationToken)
    {
        var snapshots = SnapshotDirectoryOf(request.Folder);
        await IndependentCheckout.CreateAsync(
            new IndependentCheckout.Source
            {
                From = repository.Git,
                Commit = request.Base,
                Folder = request.Folder,
                Identity = request.Identity,
                Branch = request.Branch,
                ExcludedPaths = request.ExcludedPaths,
            },
            cancellationToken);
        SnapshotDirectory.Create(repository, snapshots);

        // The copy keeps its time of writing, on which git's check for files changed in the same instant rests.
        File.Copy(Path.Combine(request.Folder, ".git", "index"), SnapshotDirectory.BaseIndexOf(snapshots));
    }

    /// <summary>
    /// Records what the checkout holds now: tracked and untracked files, without the ignored and the excluded ones. It does not matter
    /// which branch the agent is on, what it staged, stashed, committed or left half merged, or whether its git directory still exists.
    /// </summary>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.Storage"/>: the checkout is gone, or nobody could read it. <see cref="ErrorCode.Git"/>: a file in it cannot be read.
    /// </exception>
    public async Task<SessionSnapshot> SnapshotAsync(SnapshotRequest request, CancellationToken cancellationToken)
    {
        // A link in its place would have us read, and clear of pipes, whatever it leads to.
        if (LeftFile.KindOf(request.Folder.TrimEnd('/')) != EntryKind.Folder)
        {
            throw new TroupeException(
                ErrorCode.Storage, $"The session's checkout '{Printable.Escape(request.Folder)}' is gone, and with it what was not recorded before.");
        }

        var special = SpecialFiles.Remove(request.Folder);
        var directory = SnapshotDirectoryOf(request.Folder);
        SnapshotDirectory.Create(repository, directory);
        var (tree, nested) = await new CheckoutRecorder(repository.Git.For(directory, ConfigurationScope.User), request).RecordAsync(cancellationToken);
        var unchanged = tree == await repository.TreeOfAsync(request.Base, cancellationToken);
        var writer = new ObjectWriter(Path.Combine(directory, "objects"), repository.Format);
        CommitId? commit = unchanged
            ? null
            : writer.WriteCommit(new CommitDraft
            {
                Tree = tree,
                Parents = [request.Base],
                Author = request.Author,
                Message = request.Message,
            });
        return new SessionSnapshot(tree, commit, directory, nested, special);
    }
}
