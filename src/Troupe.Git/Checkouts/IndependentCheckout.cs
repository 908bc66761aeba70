using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// A checkout that is a repository of its own: what <c>git clone --shared</c> makes, with its own refs, index, stash and settings,
/// but without a remote to push to, and made by one git process. It reads the objects of the git directory that it comes from,
/// which therefore has to outlive it.
/// </summary>
internal static class IndependentCheckout
{
    // Nothing that runs in it may wait for a passphrase, start a daemon, or tidy up behind the back of whoever works in it.
    private const string QuietSettings =
        """
        [core]
        	fsmonitor = false
        [commit]
        	gpgSign = false
        [tag]
        	gpgSign = false
        [gc]
        	auto = 0
        [maintenance]
        	auto = false
        [advice]
        	detachedHead = false

        """;

    public static async Task<GitExecutor> CreateAsync(Source source, CancellationToken cancellationToken)
    {
        var folder = EmptyFolder.Require(source.Folder);
        var gitDirectory = Path.Combine(folder, ".git");
        var shared = CommonDirectory.Of(Path.GetFullPath(source.From.GitDirectory));
        BareLayout.Write(gitDirectory, new BareLayout.Content
        {
            Format = source.Commit.Value.Length == 64 ? ObjectFormat.Sha256 : ObjectFormat.Sha1,
            Alternates = [Path.Combine(shared, "objects")],
            Bare = false,
            Head = source.Branch is null ? source.Commit.Value : $"ref: refs/heads/{source.Branch}",
            Settings = QuietSettings + IdentitySettings.Of(source.Identity),
            Exclude = string.Concat(source.ExcludedPaths.Select(p => $"/{p}\n")),
            ShallowFile = Path.Combine(shared, "shallow"),
        });
        await CopyTagsAsync(source.From, gitDirectory, cancellationToken);
        var git = source.From.For(gitDirectory, ConfigurationScope.User);
        if (source.Branch is not null)
        {
            await new RepositoryRefs(git).UpdateAsync([RefUpdate.Create($"refs/heads/{source.Branch}", source.Commit)], cancellationToken);
        }

        var index = Path.Combine(gitDirectory, "index");
        await WorkTreeFiles.WriteAsync(git, source.Commit.Value, folder, index, cancellationToken);
        return git;
    }

    // Builds derive version numbers from tags, as a clone would have them.
    private static async Task CopyTagsAsync(GitExecutor from, string gitDirectory, CancellationToken cancellationToken)
    {
        var tags = await from.RunAsync(
            ["for-each-ref", "--format=%(objectname) %(refname)", "refs/tags"], GitCall.Plain, cancellationToken);
        if (!tags.Output.IsEmpty)
        {
            await File.WriteAllBytesAsync(Path.Combine(gitDirectory, "packed-refs"), tags.Output, cancellationToken);
        }
    }

    internal sealed record Source
    {
        /// <summary>The git directory whose objects it shares.</summary>
        public required GitExecutor From { get; init; }

        public required CommitId Commit { get; init; }

        public required string Folder { get; init; }

        public required GitIdentity Identity { get; init; }

        /// <summary>Such as <c>troupe/s7-curator-2</c>; null: HEAD is detached.</summary>
        public string? Branch { get; init; }

        /// <summary>Paths that git there never shows as untracked.</summary>
        public IReadOnlyList<string> ExcludedPaths { get; init; } = [];
    }
}
