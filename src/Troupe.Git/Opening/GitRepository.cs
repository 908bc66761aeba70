using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// The user's repository, as the folder that one stands in sees it: a checkout, a linked worktree or a bare repository.
/// Nothing here touches a work tree or an index.
/// </summary>
public sealed partial class GitRepository
{
    private GitRepository(RepositoryDiscovery found, GitVersion version, GitExecutor git)
    {
        (GitDirectory, CommonDirectory, WorkTree, IsBare, Format) = found;
        Version = version;
        Git = git;
        Refs = new RepositoryRefs(git);
    }

    private GitRepository(GitRepository other, GitExecutor git)
    {
        (GitDirectory, CommonDirectory, WorkTree, IsBare, Format) =
            (other.GitDirectory, other.CommonDirectory, other.WorkTree, other.IsBare, other.Format);
        Version = other.Version;
        Git = git;
        Refs = new RepositoryRefs(git);
    }

    /// <summary>This checkout's own git directory: in a linked worktree <c>…/.git/worktrees/NAME</c>.</summary>
    public string GitDirectory { get; }

    /// <summary>The git directory that all worktrees share; absolute.</summary>
    public string CommonDirectory { get; }

    /// <summary>The checkout that the folder is in; null in a bare repository.</summary>
    public string? WorkTree { get; }

    public bool IsBare { get; }

    public ObjectFormat Format { get; }

    public GitVersion Version { get; }

    /// <summary>Git on this checkout's git directory, so that <c>HEAD</c> is this checkout's.</summary>
    public GitExecutor Git { get; }

    public RepositoryRefs Refs { get; }

    /// <param name="folder">The folder itself, or any below it.</param>
    /// <param name="environment">PATH, HOME and so on; <c>GIT_*</c> in it is ignored.</param>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.NoRepository"/>: none here, or git refuses it. <see cref="ErrorCode.Git"/>: git is missing or too old.
    /// </exception>
    public static async Task<GitRepository> OpenAsync(
        string folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        // Both at once: every command begins with this. If both fail, it is the version that is told.
        var version = InstalledGit.RequireAsync(environment, cancellationToken);
        var discovery = RepositoryDiscovery.FindAsync(folder, environment, cancellationToken);
        await Task.WhenAll(version, discovery);
        var found = await discovery;
        return new GitRepository(found, await version, new GitExecutor(found.GitDirectory, environment));
    }

    /// <summary>The same repository, with git under another environment.</summary>
    /// <param name="change">What it is made of: the environment of now.</param>
    public GitRepository Seeing(Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> change) =>
        new(this, new GitExecutor(GitDirectory, change(Git.Environment)));
}
