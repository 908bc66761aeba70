using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

/// <summary>What is recorded of a session's files, whatever the agent did to git.</summary>
public sealed partial class SessionCheckoutsTests
{
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
}
