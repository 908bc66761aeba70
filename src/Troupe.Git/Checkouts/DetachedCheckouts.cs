using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// A commit's files with a git directory of their own, for programs that look at both: builds and tests ask git for the commit, the
/// tags, the state of the files. HEAD is detached at the commit; there is no remote.
/// </summary>
public static class DetachedCheckouts
{
    /// <param name="from">Where the commit is. Its git directory has to outlive the checkout, which shares its objects.</param>
    /// <param name="folder">It is created; if it exists it must be empty.</param>
    /// <param name="identity">Who commits there, should a program do so.</param>
    public static Task CreateAsync(
        GitExecutor from, CommitId head, string folder, GitIdentity identity, CancellationToken cancellationToken) =>
        IndependentCheckout.CreateAsync(
            new IndependentCheckout.Source { From = from, Commit = head, Folder = folder, Identity = identity }, cancellationToken);
}
