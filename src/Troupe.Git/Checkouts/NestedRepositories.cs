using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// Git repositories that an agent made inside its checkout. Git would record each as a link to a commit that nobody else has; their
/// files are taken instead, so that nothing is lost.
/// </summary>
internal sealed class NestedRepositories(GitExecutor git, string folder)
{
    private static readonly string[] ListOthers = ["ls-files", "-z", "--others", "--exclude-standard"];

    /// <summary>Their folders, from the root. Submodules that the index knows are not among them.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(GitCall call, CancellationToken cancellationToken) =>
        Split(await git.RunAsync(ListOthers, call, cancellationToken))
            .Where(path => path.EndsWith('/'))
            .Select(path => path.TrimEnd('/'))
            .ToArray();

    public async Task AddFilesAsync(GitCall call, IReadOnlyList<string> nested, CancellationToken cancellationToken)
    {
        List<string> files = [];
        foreach (var repository in nested)
        {
            await CollectAsync(repository, files, cancellationToken);
        }

        if (files.Count > 0)
        {
            var input = GitPath.Encode(string.Join('\0', files) + "\0");
            await git.RunAsync(["update-index", "--add", "--replace", "-z", "--stdin"], call with { Input = input }, cancellationToken);
        }
    }

    private async Task CollectAsync(string nested, List<string> files, CancellationToken cancellationToken)
    {
        // Seen as a work tree of its own with nothing tracked, all its files are untracked ones.
        var root = Path.Combine(folder, nested);
        var call = new GitCall { WorkingDirectory = root, Environment = WorkTreeFiles.Bind(root, Path.Combine(git.GitDirectory, "no-index")) };
        foreach (var path in Split(await git.RunAsync(ListOthers, call, cancellationToken)))
        {
            if (path.EndsWith('/'))
            {
                await CollectAsync($"{nested}/{path.TrimEnd('/')}", files, cancellationToken);
            }
            else
            {
                files.Add($"{nested}/{path}");
            }
        }
    }

    private static string[] Split(Troupe.Processes.ProgramResult result) =>
        GitPath.Decode(result.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
