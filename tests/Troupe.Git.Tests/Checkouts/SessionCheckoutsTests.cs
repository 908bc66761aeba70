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

    [Fact]
    public async Task SnapshotAsync_NothingChanged_HasNoCommit()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        var snapshot = await SnapshotAsync(repository, folder);
        snapshot.Commit.ShouldBeNull();
        snapshot.Tree.Value.ShouldBe(await sandbox.GitAsync("rev-parse", "HEAD^{tree}"));
    }

    [Fact]
    public async Task SnapshotAsync_EveryKindOfChange_IsRecordedOnTheBase()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(
            ("edit", "1"), ("delete", "2"), ("to-folder", "3"), ("folder/was", "4"), ("linked/x", "5"), (".gitignore", "*.log\n"), ("tracked.log", "x"));
        await sandbox.GitAsync("add", "--force", "tracked.log");
        await sandbox.CommitAsync("Force");
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        GitSandbox.WriteIn(
            folder,
            ("edit", "9"), ("delete", null), ("to-folder", null), ("folder/was", null), ("linked/x", null), ("new/deep/file", "6"),
            ("noise.log", "n"), ("tracked.log", "changed"), (".troupe/conflict/x", "c"));
        GitSandbox.WriteIn(folder, ("to-folder/inside", "7"));
        Directory.Delete(Path.Combine(folder, "folder"));
        GitSandbox.WriteIn(folder, ("folder", "8"));
        Directory.Delete(Path.Combine(folder, "linked"));
        File.CreateSymbolicLink(Path.Combine(folder, "linked"), "new");
        Script.Write(Path.Combine(folder, "run.sh"), "true");

        var snapshot = await SnapshotAsync(repository, folder);
        (await ListAsync(snapshot)).ShouldBe(
            "100644 .gitignore 100644 edit 100644 folder 120000 linked 100644 new/deep/file 100755 run.sh 100644 to-folder/inside 100644 tracked.log");
        var parents = await sandbox.Git.For(snapshot.GitDirectory, ConfigurationScope.DirectoryOnly)
            .RunAsync(["rev-list", "--parents", "--max-count=1", snapshot.Commit!.Value.Value], GitCall.Plain, Token);
        parents.OutputText.Trim().ShouldBe($"{snapshot.Commit} {await sandbox.GitAsync("rev-parse", "HEAD")}");
    }

    [Theory]
    [InlineData("git checkout -q -b elsewhere && git add new.txt && git commit -qm mine && git branch -D troupe/s1-curator-1")]
    [InlineData("git add new.txt && git commit -qm mine && git reset -q --mixed HEAD~1")]
    [InlineData("git stash -q -u && git stash apply -q")]
    [InlineData("rm .git/index")]
    [InlineData("rm -rf .git")]
    [InlineData("rm -rf .git && git init -q . && git add -A && git -c user.name=x -c user.email=x commit -qm all")]
    [InlineData("git config core.bare true; git config core.worktree /nonexistent; git config filter.x.clean false; git config core.autocrlf true")]
    [InlineData("git update-index --assume-unchanged a.txt && git update-index --skip-worktree b.txt")]
    [InlineData("git config core.excludesFile all && echo '*' > .git/info/exclude")]
    [InlineData("printf garbage > .git/HEAD; printf garbage > .git/config")]
    public async Task SnapshotAsync_WhateverTheAgentDidToGit_RecordsTheFiles(string commands)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), ("b.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        GitSandbox.WriteIn(folder, ("new.txt", "n\n"));
        await ShellAsync(sandbox, folder, commands);
        GitSandbox.WriteIn(folder, ("a.txt", "2\n"), ("b.txt", null));

        var snapshot = await SnapshotAsync(repository, folder);
        (await ListAsync(snapshot)).ShouldBe("100644 a.txt 100644 new.txt");
        (await ShowAsync(snapshot, "a.txt")).ShouldBe("2\n");
        (await sandbox.GitAsync("status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task SnapshotAsync_ConflictLeftOpen_RecordsTheFilesAsTheyAre()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        await ShellAsync(
            sandbox,
            folder,
            "git checkout -q -b x && echo 2 > a.txt && git commit -qam x && git checkout -q - && echo 3 > a.txt && git commit -qam y; git merge x || true");
        (await ShowAsync(await SnapshotAsync(repository, folder), "a.txt")).ShouldContain("<<<<<<<");
    }

    [Fact]
    public async Task SnapshotAsync_NestedRepositories_KeepsTheirFiles()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        GitSandbox.WriteIn(folder, ("sub/s.txt", "s\n"), ("sub/deeper/d.txt", "d\n"), ("empty/e.txt", "e\n"), ("new.txt", "n\n"));
        await ShellAsync(
            sandbox,
            folder,
            "git init -q empty; git init -q sub/deeper; git init -q sub; cd sub && git add s.txt && git -c user.name=x -c user.email=x commit -qm s");

        var snapshot = await SnapshotAsync(repository, folder);
        snapshot.NestedRepositories.ShouldBe(["empty", "sub"], ignoreOrder: true);
        (await ListAsync(snapshot)).ShouldBe("100644 a.txt 100644 empty/e.txt 100644 new.txt 100644 sub/deeper/d.txt 100644 sub/s.txt");
    }

    [Fact]
    public async Task SnapshotAsync_SameSizeRightAfterTheCheckout_IsNoticed()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        GitSandbox.WriteIn(folder, ("a.txt", "2\n"));
        (await ShowAsync(await SnapshotAsync(repository, folder), "a.txt")).ShouldBe("2\n");
    }

    [Fact]
    public async Task SnapshotAsync_SnapshotDirectoryWasDeleted_ReadsEverythingAgain()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), ("b.txt", "2\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        Directory.Delete(SessionCheckouts.SnapshotDirectoryOf(folder), recursive: true);
        GitSandbox.WriteIn(folder, ("a.txt", "3\n"));
        (await ListAsync(await SnapshotAsync(repository, folder))).ShouldBe("100644 a.txt 100644 b.txt");
    }

    [Fact]
    public async Task SnapshotAsync_CheckoutIsGone_SaysSo()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        Directory.Delete(folder, recursive: true);
        (await Should.ThrowAsync<TroupeException>(() => SnapshotAsync(repository, folder))).Code.ShouldBe(ErrorCode.Storage);
    }

    [Fact]
    public async Task SnapshotAsync_PathThatIsNotUtf8_KeepsItsBytes()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        await ShellAsync(sandbox, folder, "printf x > \"$(printf 'r\\351w')\"; git init -q n; printf y > \"n/$(printf 's\\377')\"");
        var snapshot = await SnapshotAsync(repository, folder);
        (await ListAsync(snapshot)).ShouldBe("100644 a.txt 100644 n/s\uDCFF 100644 r\uDCE9w");
    }

    [Fact]
    public async Task SnapshotAsync_CarriageReturnsWithTextAuto_AreWhatGitAddMakesOfThem()
    {
        using var sandbox = await GitSandbox.WithFilesAsync((".gitattributes", "* text=auto\n"), ("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        GitSandbox.WriteIn(folder, ("a.txt", "1\r\n2\r\n"));
        (await ShowAsync(await SnapshotAsync(repository, folder), "a.txt")).ShouldBe("1\n2\n");
    }

    [Fact]
    public async Task SnapshotAsync_Twice_GivesTheSameCommit()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        GitSandbox.WriteIn(folder, ("b.txt", "2\n"));
        var first = await SnapshotAsync(repository, folder);
        (await SnapshotAsync(repository, folder)).Commit.ShouldBe(first.Commit);
    }

    [Fact]
    public async Task SnapshotAsync_Published_IsCompleteInTheRepository()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        GitSandbox.WriteIn(folder, ("dir/b.txt", "2\n"));
        var snapshot = await SnapshotAsync(repository, folder);
        await ObjectTransfer.PublishAsync(repository.Git.For(snapshot.GitDirectory, ConfigurationScope.DirectoryOnly), repository, snapshot.Commit!.Value, Token);
        (await sandbox.GitAsync("show", $"{snapshot.Commit}:dir/b.txt")).ShouldBe("2");
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
