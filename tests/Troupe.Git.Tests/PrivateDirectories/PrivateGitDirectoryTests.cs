using System.Text;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class PrivateGitDirectoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateAsync_OrdinaryRepository_SeesItsObjectsAndIsAValidGitDirectory()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await CreateAsync(sandbox, repository, head);

        (await directory.Git.RunAsync(["cat-file", "-p", $"{head}:a.txt"], GitCall.Plain, Token)).OutputText.ShouldBe("1\n");
        (await directory.Git.RunAsync(["rev-parse", "--is-bare-repository"], GitCall.Plain, Token)).OutputText.ShouldBe("true\n");
        (await directory.Git.RunAsync(["fsck"], GitCall.Plain, Token)).ErrorText.ShouldNotContain("error");
        (await directory.Git.RunAsync(["config", "merge.directoryRenames"], GitCall.Plain, Token)).OutputText.ShouldBe("false\n");
    }

    [Theory]
    [InlineData("bare")]
    [InlineData("linked")]
    [InlineData("borrowing")]
    public async Task CreateAsync_OtherKindsOfRepository_SeeTheirObjects(string kind)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var folder = kind switch
        {
            "bare" => await sandbox.CloneBareAsync(),
            "linked" => await sandbox.AddWorktreeAsync("side"),
            _ => await CloneSharedAsync(sandbox),
        };
        var repository = await sandbox.OpenAsync(folder);
        var head = await repository.ResolveAsync("HEAD", Token);
        await using var directory = await CreateAsync(sandbox, repository, head);
        (await directory.Git.RunAsync(["cat-file", "-p", $"{head}:a.txt"], GitCall.Plain, Token)).OutputText.ShouldBe("1\n");
    }

    [Fact]
    public async Task CreateAsync_UsersConfigurationAndAttributes_DoNotCount()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        GitSandbox.WriteIn(
            sandbox.Environment["HOME"],
            (".gitconfig", "[merge]\n\tdirectoryRenames = true\n[user]\n\tname = Global\n"),
            (".config/git/attributes", "*.txt merge=union\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await CreateAsync(sandbox, repository, head);

        (await directory.Git.TryRunAsync(["config", "user.name"], GitCall.Plain, Token)).ExitCode.ShouldBe(1);
        (await CheckAttributeAsync(directory.Git, "merge", "a.txt")).ShouldBe("unspecified");
    }

    [Fact]
    public async Task CreateAsync_AttributesOfACheckout_DoNotCount()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), (".gitattributes", "*.txt merge=union\n"));
        var (repository, head) = await OpenAsync(sandbox);
        sandbox.Write((".gitattributes", "*.txt merge=binary\n"));
        await using var directory = await CreateAsync(sandbox, repository, head);
        (await CheckAttributeAsync(directory.Git, "merge", "a.txt")).ShouldBe("union");
    }

    [Fact]
    public async Task CreateAsync_UnionPaths_OutrankTheTreesAttributes()
    {
        using var sandbox = await GitSandbox.WithFilesAsync((".gitattributes", "CHANGELOG.md merge=binary\n"), ("d/.gitattributes", "* -merge\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await PrivateGitDirectory.CreateAsync(
            repository, sandbox.Beside("private"), head, new MergeRules { UnionPaths = ["CHANGELOG.md", "**/journals/**", "with space.md"] }, Token);

        (await CheckAttributeAsync(directory.Git, "merge", "CHANGELOG.md")).ShouldBe("union");
        (await CheckAttributeAsync(directory.Git, "merge", "d/journals/x/y.md")).ShouldBe("union");
        (await CheckAttributeAsync(directory.Git, "merge", "with space.md")).ShouldBe("union");
        (await CheckAttributeAsync(directory.Git, "merge", "d/other.md")).ShouldBe("unset");
    }

    [Theory]
    [InlineData("")]
    [InlineData("!a")]
    [InlineData("a\nb")]
    [InlineData("[attr]x")]
    public async Task CreateAsync_BadUnionPath_IsRefused(string pattern)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        var error = await Should.ThrowAsync<TroupeException>(
            () => PrivateGitDirectory.CreateAsync(repository, sandbox.Beside("private"), head, new MergeRules { UnionPaths = [pattern] }, Token));
        error.Code.ShouldBe(ErrorCode.InvalidSettings);
    }

    [Fact]
    public async Task CreateAsync_FolderExists_IsLeftAsItIs()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        GitSandbox.WriteIn(sandbox.Beside("private"), ("precious", "x"));
        var error = await Should.ThrowAsync<TroupeException>(() => CreateAsync(sandbox, repository, head));
        error.Code.ShouldBe(ErrorCode.Storage);
        File.Exists(Path.Combine(sandbox.Beside("private"), "precious")).ShouldBeTrue();
    }

    [Fact]
    public async Task CreateAsync_ShallowClone_KnowsWhereHistoryEnds()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        await sandbox.CommitAsync("Second", ("a.txt", "2\n"));
        await sandbox.GitAsync("clone", "--quiet", "--depth=1", "file://" + sandbox.WorkTree, sandbox.Beside("shallow"));
        var repository = await sandbox.OpenAsync(sandbox.Beside("shallow"));
        var head = await repository.ResolveAsync("HEAD", Token);
        await using var directory = await CreateAsync(sandbox, repository, head);
        (await directory.Git.RunAsync(["rev-list", "--count", head.Value], GitCall.Plain, Token)).OutputText.ShouldBe("1\n");
    }

    [Fact]
    public async Task DryRun_NothingPublished_LeavesTheRepositoryByteIdentical()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        var before = GitSandbox.Fingerprint(sandbox.WorkTree);
        await using (var directory = await CreateAsync(sandbox, repository, head))
        {
            Commit(directory, head, "x\n");
        }

        GitSandbox.Fingerprint(sandbox.WorkTree).ShouldBe(before);
        Directory.Exists(sandbox.Beside("private")).ShouldBeFalse();
    }

    [Fact]
    public async Task PublishObjectsAsync_ChainOfCommits_GivesTheRepositoryAllOfIt()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await CreateAsync(sandbox, repository, head);
        var tip = Enumerable.Range(0, 5).Aggregate(head, (parent, i) => Commit(directory, parent, $"{i}\n"));

        await directory.PublishObjectsAsync(tip, sandbox.Beside("."), Token);
        await repository.Refs.UpdateAsync([RefUpdate.Create("refs/heads/landed", tip)], Token);
        Directory.Delete(directory.Folder, recursive: true);

        (await sandbox.GitAsync("show", "landed:new.txt")).ShouldBe("4");
        (await sandbox.GitAsync("rev-list", "--count", "landed")).ShouldBe("6");
        (await sandbox.Git.RunAsync(["fsck", "--full", "--strict"], GitCall.Plain, Token)).ErrorText.ShouldNotContain("error");
    }

    [Fact]
    public async Task PublishAsync_MoreThanMayBeHeldInMemory_IsPublishedWholeAndLeavesNoFile()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await CreateAsync(sandbox, repository, head);
        var incompressible = new byte[1024 * 1024];
        new Random(7).NextBytes(incompressible);
        var tip = Commit(directory, head, incompressible);

        await ObjectTransfer.PublishAsync(directory.Git, repository, tip, directory.Folder, new GitCall { OutputLimit = 64 * 1024 }, Token);

        (await repository.Git.RunAsync(["cat-file", "-s", $"{tip}:new.txt"], GitCall.Plain, Token)).OutputText.ShouldBe("1048576\n");
        Directory.GetFiles(directory.Folder, "transfer-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task PublishObjectsAsync_Twice_AddsNothingTheSecondTime()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await CreateAsync(sandbox, repository, head);
        var tip = Commit(directory, head, "x\n");
        await directory.PublishObjectsAsync(tip, sandbox.Beside("."), Token);
        var once = GitSandbox.Fingerprint(sandbox.GitDirectory);
        await directory.PublishObjectsAsync(tip, sandbox.Beside("."), Token);
        GitSandbox.Fingerprint(sandbox.GitDirectory).ShouldBe(once);
    }

    [Fact]
    public async Task PublishObjectsAsync_LongNewHistory_IsPublishedWhole()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await CreateAsync(sandbox, repository, head);
        var tip = Enumerable.Range(0, 300).Aggregate(head, (parent, i) => Commit(directory, parent, $"{i % 3}\n"));
        await directory.PublishObjectsAsync(tip, sandbox.Beside("."), Token);
        (await repository.Git.RunAsync(["rev-list", "--objects", "--count", tip.Value], GitCall.Plain, Token)).OutputText.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task PublishObjectsAsync_ABlobIsMissing_PublishesNothing()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var (repository, head) = await OpenAsync(sandbox);
        await using var directory = await CreateAsync(sandbox, repository, head);
        var absent = BlobId.Parse(ObjectWriter.NameOf(ObjectKind.Blob, "absent"u8, ObjectFormat.Sha1));
        var tip = directory.Writer.WriteCommit(new CommitDraft
        {
            Tree = directory.Writer.WriteTree([TreeEntry.File("x", absent)]),
            Parents = [head],
            Author = GitSandbox.Author,
            Message = "Broken",
        });
        var error = await Should.ThrowAsync<TroupeException>(() => directory.PublishObjectsAsync(tip, sandbox.Beside("."), Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain(absent.Value);
    }

    private static async Task<(GitRepository Repository, CommitId Head)> OpenAsync(GitSandbox sandbox)
    {
        var repository = await sandbox.OpenAsync();
        return (repository, await repository.ResolveAsync("HEAD", Token));
    }

    private static Task<PrivateGitDirectory> CreateAsync(GitSandbox sandbox, GitRepository repository, CommitId head) =>
        PrivateGitDirectory.CreateAsync(repository, sandbox.Beside("private"), head, MergeRules.None, Token);

    private static async Task<string> CloneSharedAsync(GitSandbox sandbox)
    {
        // Two steps of borrowing, and the first by a relative path.
        await sandbox.GitAsync("clone", "--quiet", "--shared", sandbox.WorkTree, sandbox.Beside("one"));
        await sandbox.GitAsync("clone", "--quiet", "--shared", sandbox.Beside("one"), sandbox.Beside("two"));
        await File.WriteAllTextAsync(
            Path.Combine(sandbox.Beside("one"), ".git", "objects", "info", "alternates"), "../../../repo/.git/objects\n", Token);
        return sandbox.Beside("two");
    }

    private static CommitId Commit(PrivateGitDirectory directory, CommitId parent, string content) =>
        Commit(directory, parent, Encoding.UTF8.GetBytes(content));

    private static CommitId Commit(PrivateGitDirectory directory, CommitId parent, byte[] content) =>
        directory.Writer.WriteCommit(new CommitDraft
        {
            Tree = directory.Writer.WriteTree([TreeEntry.File("new.txt", directory.Writer.WriteBlob(content))]),
            Parents = [parent],
            Author = GitSandbox.Author,
            Message = "Change",
        });

    private static async Task<string> CheckAttributeAsync(GitExecutor git, string name, string path)
    {
        var result = await git.RunAsync(["check-attr", "-z", name, "--", path], GitCall.Plain, Token);
        return result.OutputText.Split('\0')[2];
    }
}
