using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class CheckoutMessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewestAsync_CommitOnTheBase_IsItsMessage()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var start = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD"));
        await sandbox.CommitAsync("Older", ("a.txt", "2\n"));
        await sandbox.CommitAsync("Say what it does\n\nAnd why.", ("a.txt", "3\n"));

        (await NewestAsync(sandbox, start)).ShouldBe("Say what it does\n\nAnd why.");
    }

    [Fact]
    public async Task NewestAsync_NothingCommitted_IsNull()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var head = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD"));

        (await NewestAsync(sandbox, head)).ShouldBeNull();
    }

    [Fact]
    public async Task NewestAsync_GitDirectoryGone_IsNull()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD"));

        (await CheckoutMessage.NewestAsync(repository, sandbox.Beside("nowhere"), head, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task NewestAsync_HostileSettings_StartNoProgram()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var start = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD"));
        await sandbox.CommitAsync("Harmless", ("a.txt", "2\n"));
        var trace = sandbox.Beside("started");
        var program = Script.Write(sandbox.Beside("evil"), $"touch '{trace}'");
        foreach (var setting in new[] { "gpg.program", "core.fsmonitor", "core.pager", "pager.log" })
        {
            await sandbox.GitAsync("config", setting, program);
        }

        await sandbox.GitAsync("config", "log.showSignature", "true");

        (await NewestAsync(sandbox, start)).ShouldBe("Harmless");
        File.Exists(trace).ShouldBeFalse();
    }

    [Fact]
    public async Task NewestAsync_MissingObjectsAndAProgramToFetchThem_IsNotRun()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var start = CommitId.Parse(await sandbox.GitAsync("rev-parse", "HEAD"));
        var trace = sandbox.Beside("fetched");
        var missing = CommitId.Parse(new string('d', 40));
        var orphan = sandbox.CommitTree(missing, "On nothing", ("a.txt", "2\n"));
        await sandbox.GitAsync("update-ref", "--no-deref", "HEAD", orphan.Value);
        await sandbox.GitAsync("config", "core.repositoryFormatVersion", "1");
        await sandbox.GitAsync("config", "extensions.partialClone", "origin");
        await sandbox.GitAsync("config", "remote.origin.promisor", "true");
        await sandbox.GitAsync("config", "remote.origin.url", sandbox.WorkTree);
        await sandbox.GitAsync("config", "remote.origin.uploadpack", $"touch '{trace}'; false");
        using var other = await GitSandbox.WithFilesAsync(("b.txt", "1\n"));

        await CheckoutMessage.NewestAsync(await other.OpenAsync(), sandbox.WorkTree, start, Token);

        File.Exists(trace).ShouldBeFalse();
    }

    private static async Task<string?> NewestAsync(GitSandbox sandbox, CommitId start) =>
        await CheckoutMessage.NewestAsync(await sandbox.OpenAsync(), sandbox.WorkTree, start, Token);
}
