using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Testing;

/// <summary>
/// A real repository in a temporary folder, with an environment that no setting of the machine reaches.
/// </summary>
public sealed class GitSandbox : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private GitSandbox()
    {
        Directory.CreateDirectory(WorkTree);
        Directory.CreateDirectory(_folder["home"]);
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
            ["HOME"] = _folder["home"],
            ["XDG_STATE_HOME"] = _folder["state"],
        };
    }

    /// <summary>The checkout.</summary>
    public string WorkTree => _folder["repo"];

    public string GitDirectory => Path.Combine(WorkTree, ".git");

    /// <summary>PATH, a HOME of its own, XDG_STATE_HOME: all that the code under test may see.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public GitExecutor Git => new(GitDirectory, Environment);

    /// <summary>A repository on branch <c>main</c> without a commit.</summary>
    public static async Task<GitSandbox> CreateAsync()
    {
        var sandbox = new GitSandbox();
        await sandbox.GitAsync("init", "--quiet", "--initial-branch=main");
        await sandbox.GitAsync("config", "user.name", "Test");
        await sandbox.GitAsync("config", "user.email", "test@example.org");
        return sandbox;
    }

    /// <summary>Runs git in the checkout and gives its trimmed standard output.</summary>
    public async Task<string> GitAsync(params string[] arguments)
    {
        var result = await Git.RunAsync(
            arguments,
            new GitCall
            {
                WorkingDirectory = WorkTree,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["GIT_WORK_TREE"] = WorkTree,
                    ["GIT_AUTHOR_DATE"] = "2026-01-01T00:00:00Z",
                    ["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z",
                },
            },
            CancellationToken.None);
        return result.OutputText.Trim();
    }

    /// <summary>Writes the files (null deletes) and commits everything; gives the commit's full name.</summary>
    public async Task<string> CommitAsync(string message, params (string Path, string? Content)[] files)
    {
        foreach (var (path, content) in files)
        {
            var full = Path.Combine(WorkTree, path);
            if (content is null)
            {
                File.Delete(full);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, content);
        }

        await GitAsync("add", "-A");
        await GitAsync("commit", "--quiet", "--allow-empty", "-m", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    public void Dispose() => _folder.Dispose();

}
