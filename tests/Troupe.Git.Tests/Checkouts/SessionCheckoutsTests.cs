using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed partial class SessionCheckoutsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateAsync_DirtyMainCheckout_IsNotTouchedAndNotSeen()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        sandbox.Write(("a.txt", "dirty\n"), ("untracked.txt", "x\n"));
        var before = GitSandbox.Fingerprint(sandbox.WorkTree);

        var folder = await CreateAsync(sandbox, repository);

        GitSandbox.Fingerprint(sandbox.WorkTree).ShouldBe(before);
        (await File.ReadAllTextAsync(Path.Combine(folder, "a.txt"), Token)).ShouldBe("1\n");
        File.Exists(Path.Combine(folder, "untracked.txt")).ShouldBeFalse();
        (await sandbox.GitInAsync(folder, "status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task CreateAsync_Branch_IsARepositoryOfItsOwn()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        await sandbox.GitAsync("tag", "v1.2");
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);

        (await sandbox.GitInAsync(folder, "symbolic-ref", "HEAD")).ShouldBe("refs/heads/troupe/s1-curator-1");
        (await sandbox.GitInAsync(folder, "describe", "--tags")).ShouldBe("v1.2");
        (await sandbox.GitInAsync(folder, "config", "user.name")).ShouldBe("The \"Curator\"");
        (await sandbox.GitInAsync(folder, "remote")).ShouldBeEmpty();
        await sandbox.GitInAsync(folder, "commit", "--quiet", "--allow-empty", "-m", "Theirs");
        await sandbox.GitInAsync(folder, "branch", "other");
        (await sandbox.GitAsync("for-each-ref", "--format=%(refname)")).ShouldBe("refs/heads/main\nrefs/tags/v1.2");
    }

    [Fact]
    public async Task CreateAsync_NoBranch_IsDetached()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository, branch: null);
        (await sandbox.GitInAsync(folder, "rev-parse", "--abbrev-ref", "HEAD")).ShouldBe("HEAD");
        (await sandbox.GitInAsync(folder, "rev-parse", "HEAD")).ShouldBe(await sandbox.GitAsync("rev-parse", "HEAD"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CreateAsync_FromALinkedWorktreeOrABareRepository_Works(bool bare)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync(bare ? await sandbox.CloneBareAsync() : await sandbox.AddWorktreeAsync("side"));
        var folder = await CreateAsync(sandbox, repository);
        (await sandbox.GitInAsync(folder, "log", "--format=%s")).ShouldBe("Start");
        GitSandbox.WriteIn(folder, ("b.txt", "2\n"));
        (await SnapshotAsync(repository, folder)).Commit.ShouldNotBeNull();
    }

    [Fact]
    public async Task CreateAsync_FolderWithSomethingInIt_IsRefused()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        GitSandbox.WriteIn(sandbox.Beside("checkout"), ("precious", "x"));
        (await Should.ThrowAsync<TroupeException>(() => CreateAsync(sandbox, repository))).Code.ShouldBe(ErrorCode.Storage);
    }

    [Fact]
    public async Task CreateAsync_UsersHooksAndSigning_DoNotApplyThere()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        Script.Write(Path.Combine(sandbox.Beside("hooks"), "pre-commit"), "exit 1");
        GitSandbox.WriteIn(
            sandbox.Environment["HOME"],
            (".gitconfig", $"[core]\n\thooksPath = {sandbox.Beside("hooks")}\n[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = /bin/false\n"));
        var folder = await CreateAsync(sandbox, await sandbox.OpenAsync());
        var program = new Processes.ProgramRequest
        {
            Program = "git",
            Arguments = ["commit", "--quiet", "--allow-empty", "-m", "Mine"],
            WorkingDirectory = folder,
            Environment = sandbox.Environment,
        };
        (await Processes.ProgramRunner.RunAsync(program, Token)).ExitCode.ShouldBe(0);
    }

    private static async Task<string> CreateAsync(GitSandbox sandbox, GitRepository repository, string? branch = "troupe/s1-curator-1")
    {
        var folder = sandbox.Beside("checkout");
        await new SessionCheckouts(repository).CreateAsync(
            new CheckoutRequest
            {
                Folder = folder,
                Base = await repository.ResolveAsync("HEAD", Token),
                Identity = new GitIdentity("The \"Curator\"", "curator@example.org"),
                Branch = branch,
                ExcludedPaths = [".troupe"],
            },
            Token);
        return folder;
    }

    private static async Task<SessionSnapshot> SnapshotAsync(GitRepository repository, string folder, params string[] excluded) =>
        await new SessionCheckouts(repository).SnapshotAsync(
            new SnapshotRequest
            {
                Folder = folder,
                Base = await repository.ResolveAsync("HEAD", Token),
                Author = GitSandbox.Author,
                Message = "Change",
                ExcludedPaths = [".troupe", .. excluded],
            },
            Token);

    private static async Task<string> ListAsync(SessionSnapshot snapshot)
    {
        var git = new GitExecutor(snapshot.GitDirectory, SystemPath(), ConfigurationScope.DirectoryOnly);
        var result = await git.RunAsync(["ls-tree", "-r", "-z", snapshot.Tree.Value], GitCall.Plain, Token);
        return string.Join(' ', GitPath.Decode(result.Output.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => $"{line[..6]} {line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]}"));
    }

    private static async Task<string> ShowAsync(SessionSnapshot snapshot, string path)
    {
        var git = new GitExecutor(snapshot.GitDirectory, SystemPath(), ConfigurationScope.DirectoryOnly);
        return (await git.RunAsync(["cat-file", "blob", $"{snapshot.Tree}:{path}"], GitCall.Plain, Token)).OutputText;
    }

    private static Dictionary<string, string> SystemPath() => new(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };

    private static async Task ShellAsync(GitSandbox sandbox, string folder, string commands)
    {
        var request = new Processes.ProgramRequest
        {
            Program = "sh",
            Arguments = ["-ec", commands],
            WorkingDirectory = folder,
            Environment = sandbox.Environment,
        };
        var result = await Processes.ProgramRunner.RunAsync(request, Token);
        result.ExitCode.ShouldBe(0, result.ErrorText);
    }
}
