namespace Troupe.Git;

/// <summary>One git process that fills a work tree and its index.</summary>
internal static class WorkTreeFiles
{
    public static Task WriteAsync(GitExecutor git, string treeish, string folder, string index, CancellationToken cancellationToken) =>
        git.RunAsync(
            ["read-tree", "-u", "--reset", "--no-recurse-submodules", treeish],
            new GitCall { WorkingDirectory = folder, Environment = Bind(folder, index) },
            cancellationToken);

    public static Dictionary<string, string> Bind(string folder, string index) => new(StringComparer.Ordinal)
    {
        ["GIT_WORK_TREE"] = folder,
        ["GIT_INDEX_FILE"] = index,
    };
}
