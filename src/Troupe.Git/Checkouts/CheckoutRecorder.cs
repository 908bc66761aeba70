using Troupe.Core;

namespace Troupe.Git;

/// <summary>Turns the files of a work tree into a tree object, through an index of its own.</summary>
internal sealed class CheckoutRecorder(GitExecutor git, SnapshotRequest request)
{
    private readonly string _folder = Path.GetFullPath(request.Folder);

    public async Task<(TreeId Tree, IReadOnlyList<string> Nested)> RecordAsync(CancellationToken cancellationToken)
    {
        var index = Path.Combine(git.GitDirectory, $"index-{Guid.CreateVersion7(request.Author.Time):N}");
        try
        {
            await StartFromBaseAsync(index, cancellationToken);
            var call = new GitCall { WorkingDirectory = _folder, Environment = WorkTreeFiles.Bind(_folder, index) };
            var nested = new NestedRepositories(git, _folder);
            var folders = (await nested.FindAsync(call, cancellationToken)).Where(f => !IsExcluded(f)).ToArray();
            await AddAsync(call, folders, cancellationToken);
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

    private Task AddAsync(GitCall call, IReadOnlyList<string> nested, CancellationToken cancellationToken)
    {
        var left = nested.Concat(request.ExcludedPaths).Select(path => $":(exclude,top,literal){path.TrimEnd('/')}");
        var pathspecs = string.Join('\0', left.Prepend(":(top)"));
        return git.RunAsync(
            ["add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul"],
            call with { Input = GitPath.Encode(pathspecs) },
            cancellationToken);
    }

    private bool IsExcluded(string folder) => request.ExcludedPaths.Any(
        path => folder == path.TrimEnd('/') || folder.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));
}
