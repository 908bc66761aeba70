using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class RepositoryRefsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UpdateAsync_CreateMoveDelete_Works()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var first = await repository.ResolveAsync("HEAD", Token);
        var second = sandbox.CommitTree(first, "second", ("a.txt", "2\n"));

        await repository.Refs.UpdateAsync([RefUpdate.Create("refs/troupe/x", first), RefUpdate.Set("refs/troupe/y", second)], Token);
        await repository.Refs.UpdateAsync([RefUpdate.Move("refs/troupe/x", first, second), RefUpdate.Delete("refs/troupe/y", second)], Token);

        (await repository.Refs.ListAsync("refs/troupe", Token)).ShouldBe([new RefTarget("refs/troupe/x", second)]);
    }

    [Fact]
    public async Task UpdateAsync_OneRefElsewhere_MovesNoneAndSaysWhich()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var first = await repository.ResolveAsync("HEAD", Token);
        var second = sandbox.CommitTree(first, "second", ("a.txt", "2\n"));
        await repository.Refs.UpdateAsync([RefUpdate.Create("refs/troupe/b", second)], Token);

        var error = await Should.ThrowAsync<TroupeException>(() => repository.Refs.UpdateAsync(
            [RefUpdate.Create("refs/troupe/a", first), RefUpdate.Move("refs/troupe/b", first, second)], Token));

        error.Code.ShouldBe(ErrorCode.RefMoved);
        error.Message.ShouldContain("refs/troupe/b");
        error.Message.ShouldContain($"expected {first}");
        error.Message.ShouldContain($"found {second}");
        (await repository.Refs.FindAsync("refs/troupe/a", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task UpdateAsync_CreateOfAnExistingRef_IsMoved()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var error = await Should.ThrowAsync<TroupeException>(() => repository.Refs.UpdateAsync([RefUpdate.Create("refs/heads/main", head)], Token));
        error.Code.ShouldBe(ErrorCode.RefMoved);
        error.Message.ShouldContain("expected no such ref");
    }

    [Theory]
    [InlineData("refs/heads/a..b")]
    [InlineData("refs/heads/main/below")]
    public async Task UpdateAsync_NameThatGitRefuses_SaysGitsWords(string name)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var error = await Should.ThrowAsync<TroupeException>(() => repository.Refs.UpdateAsync([RefUpdate.Create(name, head)], Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain(name);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("main")]
    public async Task UpdateAsync_NotAFullName_IsRefused(string name)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var error = await Should.ThrowAsync<TroupeException>(() => repository.Refs.UpdateAsync([RefUpdate.Set(name, head)], Token));
        error.Code.ShouldBe(ErrorCode.InvalidArgument);
    }

    [Fact]
    public async Task UpdateAsync_HooksOfTheRepository_DoNotRun()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        Script.Write(Path.Combine(sandbox.GitDirectory, "hooks", "reference-transaction"), $"touch '{sandbox.Beside("ran")}'");
        var repository = await sandbox.OpenAsync();

        await repository.Refs.UpdateAsync([RefUpdate.Create("refs/troupe/x", await repository.ResolveAsync("HEAD", Token))], Token);
        File.Exists(sandbox.Beside("ran")).ShouldBeFalse();
    }

    [Fact]
    public async Task ListAsync_AnnotatedTag_IsPeeled()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        await sandbox.GitAsync("tag", "-a", "v1", "-m", "One");
        var repository = await sandbox.OpenAsync();
        (await repository.Refs.FindAsync("refs/tags/v1", Token)).ShouldBe(await repository.ResolveAsync("HEAD", Token));
    }
}
