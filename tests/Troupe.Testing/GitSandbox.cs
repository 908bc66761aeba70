using System.Text;
using Troupe.Core;
using Troupe.Git;

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

    /// <summary>When everything in a sandbox happens.</summary>
    public static DateTimeOffset Time { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static GitSignature Author { get; } = new(new GitIdentity("Test", "test@example.org"), Time);

    /// <summary>The checkout.</summary>
    public string WorkTree => _folder["repo"];

    public string GitDirectory => Path.Combine(WorkTree, ".git");

    /// <summary>PATH, a HOME of its own, XDG_STATE_HOME: all that the code under test may see.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public GitExecutor Git => new(GitDirectory, Environment);

    /// <summary>A path beside the checkout, for whatever a test makes.</summary>
    public string Beside(string name) => _folder[name];

    /// <summary>A repository on branch <c>main</c> without a commit.</summary>
    public static async Task<GitSandbox> CreateAsync(ObjectFormat format = ObjectFormat.Sha1)
    {
        var sandbox = new GitSandbox();
        var name = format == ObjectFormat.Sha256 ? "sha256" : "sha1";
        await sandbox.GitAsync("init", "--quiet", "--initial-branch=main", $"--object-format={name}", "--template=");
        await File.AppendAllTextAsync(
            Path.Combine(sandbox.GitDirectory, "config"), "[user]\n\tname = Test\n\temail = test@example.org\n");
        return sandbox;
    }

    /// <summary>A repository with one commit that holds the files.</summary>
    public static async Task<GitSandbox> WithFilesAsync(params (string Path, string? Content)[] files)
    {
        var sandbox = await CreateAsync();
        await sandbox.CommitAsync("Start", files);
        return sandbox;
    }

    /// <summary>The repository as the code under test opens it.</summary>
    /// <param name="folder">Null: the checkout.</param>
    public Task<GitRepository> OpenAsync(string? folder = null) =>
        GitRepository.OpenAsync(folder ?? WorkTree, Environment, CancellationToken.None);

    /// <summary>Runs git in the checkout and gives its trimmed standard output.</summary>
    public Task<string> GitAsync(params string[] arguments) => RunAsync(WorkTree, GitDirectory, arguments);

    /// <summary>Runs git in another checkout or repository, as a user who stands there would.</summary>
    public Task<string> GitInAsync(string folder, params string[] arguments) => RunAsync(folder, null, arguments);

    /// <summary>Writes files below the checkout; null deletes.</summary>
    public void Write(params (string Path, string? Content)[] files) => WriteIn(WorkTree, files);

    /// <summary>Writes files below any folder; null deletes.</summary>
    public static void WriteIn(string folder, params (string Path, string? Content)[] files)
    {
        foreach (var (path, content) in files)
        {
            var full = Path.Combine(folder, path);
            if (content is null)
            {
                File.Delete(full);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, content);
        }
    }

    /// <summary>Writes the files (null deletes) and commits everything; gives the commit's full name.</summary>
    public async Task<string> CommitAsync(string message, params (string Path, string? Content)[] files)
    {
        Write(files);
        await GitAsync("add", "-A");
        await GitAsync("commit", "--quiet", "--allow-empty", "-m", message);
        return await GitAsync("rev-parse", "HEAD");
    }

    /// <summary>A commit with exactly these files on top of a parent, without touching the checkout; gives it, and moves no ref.</summary>
    /// <param name="parent">Null: a commit without a parent.</param>
    public CommitId CommitTree(CommitId? parent, string message, params (string Path, string Content)[] files)
    {
        var writer = new ObjectWriter(Path.Combine(GitDirectory, "objects"), ObjectFormat.Sha1);
        return writer.WriteCommit(new CommitDraft
        {
            Tree = WriteTree(writer, files),
            Parents = parent is { } one ? [one] : [],
            Author = Author,
            Message = message,
        });
    }

    /// <summary>A linked worktree on a new branch of that name, beside the checkout; gives its folder.</summary>
    public async Task<string> AddWorktreeAsync(string branch)
    {
        await GitAsync("worktree", "add", "--quiet", "-b", branch, Beside(branch));
        return Beside(branch);
    }

    /// <summary>A bare clone beside the checkout; gives its folder.</summary>
    public async Task<string> CloneBareAsync(string name = "bare.git")
    {
        await GitAsync("clone", "--quiet", "--bare", WorkTree, Beside(name));
        return Beside(name);
    }

    /// <summary>Every file below the folder with the hash of its content, to see that nothing has changed.</summary>
    public static IReadOnlyDictionary<string, string> Fingerprint(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path),
            path => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))),
            StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static TreeId WriteTree(ObjectWriter writer, IEnumerable<(string Path, string Content)> files)
    {
        List<TreeEntry> entries = [];
        foreach (var group in files.GroupBy(f => f.Path.Split('/')[0], StringComparer.Ordinal))
        {
            entries.Add(group.First().Path == group.Key
                ? TreeEntry.File(group.Key, writer.WriteBlob(Encoding.UTF8.GetBytes(group.First().Content)))
                : TreeEntry.Tree(group.Key, WriteTree(writer, group.Select(f => (f.Path[(group.Key.Length + 1)..], f.Content)))));
        }

        return writer.WriteTree(entries);
    }

    private async Task<string> RunAsync(string folder, string? gitDirectory, string[] arguments)
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal)
        {
            ["GIT_AUTHOR_DATE"] = "2026-01-01T00:00:00Z",
            ["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z",
        };
        var call = new GitCall { WorkingDirectory = folder, Environment = variables };
        var git = new GitExecutor(gitDirectory ?? (await OpenAsync(folder)).GitDirectory, Environment);
        return (await git.RunAsync(arguments, call, CancellationToken.None)).OutputText.Trim();
    }
}
