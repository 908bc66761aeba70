using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class GitRepositoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_Subfolder_FindsTheCheckout()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a/b/c.txt", "1\n"));
        var repository = await sandbox.OpenAsync(Path.Combine(sandbox.WorkTree, "a", "b"));

        repository.WorkTree.ShouldBe(sandbox.WorkTree);
        repository.CommonDirectory.ShouldBe(sandbox.GitDirectory);
        repository.IsBare.ShouldBeFalse();
        repository.Format.ShouldBe(ObjectFormat.Sha1);
        repository.Version.ShouldBeGreaterThanOrEqualTo(GitVersion.Minimum);
    }

    [Fact]
    public async Task OpenAsync_LinkedWorktree_SharesTheCommonDirectoryAndHasItsOwnHead()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var linked = await sandbox.AddWorktreeAsync("side");
        var repository = await sandbox.OpenAsync(linked);

        repository.CommonDirectory.ShouldBe(sandbox.GitDirectory);
        repository.GitDirectory.ShouldBe(Path.Combine(sandbox.GitDirectory, "worktrees", "side"));
        repository.WorkTree.ShouldBe(linked);
        (await repository.Refs.HeadBranchAsync(Token)).ShouldBe("refs/heads/side");
    }

    [Fact]
    public async Task OpenAsync_BareRepository_HasNoWorkTree()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync(await sandbox.CloneBareAsync());

        repository.IsBare.ShouldBeTrue();
        repository.WorkTree.ShouldBeNull();
        (await repository.ResolveAsync("main", Token)).Value.ShouldBe(await sandbox.GitAsync("rev-parse", "HEAD"));
    }

    [Fact]
    public async Task OpenAsync_InsideTheGitFolder_StillNamesTheCheckout()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        (await sandbox.OpenAsync(sandbox.GitDirectory)).WorkTree.ShouldBe(sandbox.WorkTree);
    }

    [Fact]
    public async Task OpenAsync_Sha256_IsNoticed()
    {
        using var sandbox = await GitSandbox.CreateAsync(ObjectFormat.Sha256);
        (await sandbox.OpenAsync()).Format.ShouldBe(ObjectFormat.Sha256);
    }

    [Fact]
    public async Task OpenAsync_NoRepository_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        using var sandbox = await GitSandbox.CreateAsync();
        var error = await Should.ThrowAsync<TroupeException>(() => sandbox.OpenAsync(folder.Path));
        error.Code.ShouldBe(ErrorCode.NoRepository);
        error.Message.ShouldContain(folder.Path);
        error.Message.ShouldContain("git init");
    }

    [Fact]
    public async Task OpenAsync_FolderThatDoesNotExist_SaysSo()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var error = await Should.ThrowAsync<TroupeException>(() => sandbox.OpenAsync(sandbox.Beside("nowhere")));
        error.Code.ShouldBe(ErrorCode.NoRepository);
        error.Message.ShouldContain("does not exist");
    }

    [Fact]
    public void Refusal_RepositoryOfAnotherUser_NamesGitsCure()
    {
        var words = "fatal: detected dubious ownership in repository at '/r'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /r\n";
        var result = new Processes.ProgramResult(
            128, Processes.ProgramEnding.Exited, default, System.Text.Encoding.UTF8.GetBytes(words), false, TimeSpan.Zero);
        var error = RepositoryDiscovery.Refusal("/r", result);
        error.Code.ShouldBe(ErrorCode.NoRepository);
        error.Message.ShouldContain("another user");
        error.Message.ShouldContain("git config --global --add safe.directory /r");
    }

    [Fact]
    public async Task OpenAsync_CallersGitVariables_AreIgnored()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        using var other = await GitSandbox.CreateAsync();
        Dictionary<string, string> environment = new(sandbox.Environment, StringComparer.Ordinal)
        {
            ["GIT_DIR"] = other.GitDirectory,
            ["GIT_WORK_TREE"] = other.WorkTree,
            ["GIT_INDEX_FILE"] = other.Beside("index"),
            ["GIT_OBJECT_DIRECTORY"] = other.Beside("objects"),
            ["GIT_NAMESPACE"] = "elsewhere",
            ["GIT_CONFIG_COUNT"] = "1",
            ["GIT_CONFIG_KEY_0"] = "core.worktree",
            ["GIT_CONFIG_VALUE_0"] = "/nonexistent",
        };

        var repository = await GitRepository.OpenAsync(sandbox.WorkTree, environment, Token);
        repository.WorkTree.ShouldBe(sandbox.WorkTree);
        (await repository.ResolveAsync("HEAD", Token)).Value.ShouldBe(await sandbox.GitAsync("rev-parse", "HEAD"));
    }

    [Fact]
    public async Task OpenAsync_GitNotOnThePath_SaysToInstallIt()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        Dictionary<string, string> environment = new(sandbox.Environment, StringComparer.Ordinal) { ["PATH"] = sandbox.Beside("nothing") };
        var error = await Should.ThrowAsync<TroupeException>(() => GitRepository.OpenAsync(sandbox.WorkTree, environment, Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain("Install git 2.39");
    }
}
