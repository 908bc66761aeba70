using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class RevisionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResolveAsync_SeveralForms_GiveTheCommit()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var head = await sandbox.GitAsync("rev-parse", "HEAD");
        await sandbox.GitAsync("tag", "-a", "v1", "-m", "One");
        var repository = await sandbox.OpenAsync();

        var found = await repository.ResolveAsync(["HEAD", "main", "refs/heads/main", "v1", head[..9]], Token);
        found.ShouldAllBe(commit => commit.Value == head);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("HEAD~5")]
    [InlineData("HEAD:a.txt")]
    [InlineData("--all")]
    [InlineData("a b c")]
    [InlineData("0123456789012345678901234567890123456789")]
    public async Task ResolveAsync_NoSuchCommit_NamesTheRevision(string revision)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var error = await Should.ThrowAsync<TroupeException>(() => repository.ResolveAsync(["HEAD", revision], Token));
        error.Code.ShouldBe(ErrorCode.NotFound);
        error.Message.ShouldContain($"'{revision}'");
    }

    [Fact]
    public async Task ResolveAsync_LineBreak_IsRefusedAndShownEscaped()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var error = await Should.ThrowAsync<TroupeException>(() => repository.ResolveAsync("HEAD\nHEAD", Token));
        error.Code.ShouldBe(ErrorCode.InvalidArgument);
        error.Message.ShouldContain("HEAD\\u{000A}HEAD");
    }

    [Fact]
    public async Task ResolveAsync_EmptyRepository_SaysThatItIsEmpty()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var repository = await sandbox.OpenAsync();
        var error = await Should.ThrowAsync<TroupeException>(() => repository.ResolveAsync("HEAD", Token));
        error.Code.ShouldBe(ErrorCode.NotFound);
        error.Message.ShouldContain("no commit yet");
    }

    [Fact]
    public async Task MergeBaseAsync_TwoBranches_GivesTheFork()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var root = await repository.ResolveAsync("HEAD", Token);
        var left = sandbox.CommitTree(root, "left", ("a.txt", "2\n"));
        var right = sandbox.CommitTree(root, "right", ("a.txt", "3\n"));

        (await repository.MergeBaseAsync(left, right, Token)).ShouldBe(root);
        (await repository.IsAncestorAsync(root, left, Token)).ShouldBeTrue();
        (await repository.IsAncestorAsync(left, right, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task MergeBaseAsync_UnrelatedHistories_IsNull()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var other = sandbox.CommitTree(null, "other", ("b.txt", "2\n"));
        (await repository.MergeBaseAsync(await repository.ResolveAsync("HEAD", Token), other, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task TreesOfAsync_SeveralCommits_KeepsTheirOrder()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var first = await repository.ResolveAsync("HEAD", Token);
        var second = sandbox.CommitTree(first, "second", ("a.txt", "2\n"));

        var trees = await repository.TreesOfAsync([second, first, second], Token);
        trees[0].ShouldBe(trees[2]);
        trees[1].Value.ShouldBe(await sandbox.GitAsync("rev-parse", $"{first}^{{tree}}"));
        trees[0].ShouldNotBe(trees[1]);
    }
}
