using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>Turns the files of a work tree into a tree object, through an index of its own.</summary>
internal sealed class CheckoutRecorder(GitExecutor git, SnapshotRequest request)
{
    private readonly string _folder = Path.GetFullPath(request.Folder);
    private readonly string[] _excluded = [.. request.ExcludedPaths.Where(path => !IsBeyondLink(request.Folder, path))];

    public async Task<(TreeId Tree, IReadOnlyList<string> Nested)> RecordAsync(CancellationToken cancellationToken)
    {
        var index = Path.Combine(git.GitDirectory, $"index-{Guid.CreateVersion7(request.Author.Time):N}");
        try
        {
            await StartFromBaseAsync(index, cancellationToken);
            var call = new GitCall { WorkingDirectory = _folder, Environment = WorkTreeFiles.Bind(_folder, index) };
            var nested = new NestedRepositories(git, _folder);
            var folders = (await nested.FindAsync(call, cancellationToken)).Where(f => !IsExcluded(f)).ToArray();
            var ignored = await IgnoredExclusionsAsync(call, cancellationToken);
            await AddAsync(call, [.. folders, .. _excluded.Except(ignored)], cancellationToken);
            await RestoreAsync(call, ignored, cancellationToken);
            await nested.AddFilesAsync(call, folders, cancellationToken);
            var tree = await git.RunAsync(["write-tree"], call, cancellationToken);
            return (TreeId.Parse(tree.OutputText.Trim()), folders);
        }
        finally
        {
            File.Delete(index);
        }
    }

    private async Task StartFromBaseAsync(string index, CancellationToken cancellationToken)
    {
        var known = SnapshotDirectory.BaseIndexOf(git.GitDirectory);
        if (File.Exists(known))
        {
            File.Copy(known, index);
            return;
        }

        await git.RunAsync(
            ["read-tree", request.Base.Value], new GitCall { Environment = WorkTreeFiles.Bind(_folder, index) }, cancellationToken);
    }

    /// <summary>
    /// The excluded paths that are there and that the tree's own rules ignore: git (2.39)
    /// calls it an error to be told to leave out what it ignores.
    /// </summary>
    private async Task<IReadOnlyList<string>> IgnoredExclusionsAsync(GitCall call, CancellationToken cancellationToken)
    {
        var present = _excluded.Where(path => Path.Exists(Path.Combine(_folder, path))).ToArray();
        if (present.Length == 0)
        {
            return [];
        }

        var known = await git.TryRunAsync(
            ["check-ignore", "--no-index", "-z", "--stdin"],
            call with { Input = GitPath.Encode(string.Concat(present.Select(path => path.TrimEnd('/') + '\0'))) },
            cancellationToken);
        var ignored = known.OutputText.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return [.. present.Where(path => ignored.Contains(path.TrimEnd('/')))];
    }

    // What is ignored and tracked all the same was taken in: it goes back to what the base has.
    private async Task RestoreAsync(GitCall call, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count > 0)
        {
            await git.RunAsync(
                ["reset", "--quiet", request.Base.Value, "--", .. paths.Select(path => $":(top,literal){path.TrimEnd('/')}")],
                call,
                cancellationToken);
        }
    }

    private Task AddAsync(GitCall call, IReadOnlyList<string> leftOut, CancellationToken cancellationToken)
    {
        var left = leftOut.Select(path => $":(exclude,top,literal){path.TrimEnd('/')}");
        var pathspecs = string.Join('\0', left.Prepend(":(top)"));
        return git.RunAsync(
            ["add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul"],
            call with { Input = GitPath.Encode(pathspecs) },
            cancellationToken);
    }

    /// <summary>Git calls it an error to be told of a path below a link, even to leave it out; the link is all that it would take in.</summary>
    private static bool IsBeyondLink(string folder, string path)
    {
        var steps = path.TrimEnd('/').Split('/');
        return Enumerable.Range(1, steps.Length - 1)
            .Any(count => LeftFile.KindOf(Path.Combine(folder, string.Join('/', steps.Take(count)))) == EntryKind.Link);
    }

    private bool IsExcluded(string folder) => request.ExcludedPaths.Any(
        path => folder == path.TrimEnd('/') || folder.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));
}
