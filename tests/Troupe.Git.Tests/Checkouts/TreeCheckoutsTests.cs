using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class TreeCheckoutsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WriteAsync_ATree_GivesItsFilesAndNothingElse()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), ("d/e/f.txt", "2\n"));
        File.CreateSymbolicLink(Path.Combine(sandbox.WorkTree, "link"), "a.txt");
        await sandbox.CommitAsync("Link");
        var tree = TreeId.Parse(await sandbox.GitAsync("rev-parse", "HEAD^{tree}"));
        var before = GitSandbox.Fingerprint(sandbox.WorkTree);

        await TreeCheckouts.WriteAsync(sandbox.Git, tree, sandbox.Beside("files"), Token);

        GitSandbox.Fingerprint(sandbox.Beside("files")).Keys.ShouldBe(["a.txt", "d/e/f.txt", "link"], ignoreOrder: true);
        new FileInfo(Path.Combine(sandbox.Beside("files"), "link")).LinkTarget.ShouldBe("a.txt");
        File.Exists(sandbox.Beside("files.index")).ShouldBeFalse();
        GitSandbox.Fingerprint(sandbox.WorkTree).ShouldBe(before);
    }

    [Fact]
    public async Task WriteAsync_FromAPrivateDirectory_WorksToo()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        await using var directory = await PrivateGitDirectory.CreateAsync(
            repository, sandbox.Beside("private"), await repository.ResolveAsync("HEAD", Token), MergeRules.None, Token);
        var tree = directory.Writer.WriteTree([TreeEntry.File("b.txt", directory.Writer.WriteBlob("new\n"u8))]);
        await TreeCheckouts.WriteAsync(directory.Git, tree, sandbox.Beside("files"), Token);
        (await File.ReadAllTextAsync(Path.Combine(sandbox.Beside("files"), "b.txt"), Token)).ShouldBe("new\n");
    }

    [Fact]
    public async Task WriteAsync_RelativeFolder_MeansTheCallersOne()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var tree = TreeId.Parse(await sandbox.GitAsync("rev-parse", "HEAD^{tree}"));
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, sandbox.Beside("files"));
        await TreeCheckouts.WriteAsync(sandbox.Git, tree, relative, Token);
        File.Exists(Path.Combine(sandbox.Beside("files"), "a.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task WriteAsync_FolderWithSomethingInIt_IsRefused()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var tree = TreeId.Parse(await sandbox.GitAsync("rev-parse", "HEAD^{tree}"));
        (await Should.ThrowAsync<TroupeException>(() => TreeCheckouts.WriteAsync(sandbox.Git, tree, sandbox.WorkTree, Token))).Code.ShouldBe(ErrorCode.Storage);
    }

    [Fact]
    public async Task WriteAsync_NoSuchTree_IsAGitError()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var absent = TreeId.Parse(new string('4', 40));
        (await Should.ThrowAsync<TroupeException>(() => TreeCheckouts.WriteAsync(sandbox.Git, absent, sandbox.Beside("files"), Token))).Code.ShouldBe(ErrorCode.Git);
    }
}
