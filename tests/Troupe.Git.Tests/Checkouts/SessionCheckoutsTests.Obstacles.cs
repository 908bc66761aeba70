using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

/// <summary>What an agent puts into git's way.</summary>
public sealed partial class SessionCheckoutsTests
{
    [Fact]
    public async Task SnapshotAsync_PipesWhereGitWouldRead_AreRemovedAndNamed()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"), ("b.txt", "2\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        await ShellAsync(sandbox, folder, "mkdir -p sub nested/.git/objects nested/.git/refs; rm b.txt; echo 3 > c.txt; mkfifo .gitignore .gitmodules b.txt sub/.gitattributes nested/.git/HEAD");

        var snapshot = await SnapshotAsync(repository, folder).WaitAsync(TimeSpan.FromSeconds(30), Token);

        snapshot.SpecialFiles.Order(StringComparer.Ordinal).ShouldBe([".gitignore", ".gitmodules", "b.txt", "nested/.git/HEAD", "sub/.gitattributes"]);
        (await ListAsync(snapshot)).ShouldBe("100644 a.txt 100644 c.txt");
    }

    [Fact]
    public async Task SnapshotAsync_LinkInThePlaceOfTheCheckout_IsRefusedAndNotFollowed()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        await ShellAsync(sandbox, "/", $"mkdir '{folder}.else'; mkfifo '{folder}.else/pipe'; mv '{folder}' '{folder}.away'; ln -s '{folder}.else' '{folder}'");

        (await Should.ThrowAsync<TroupeException>(() => SnapshotAsync(repository, folder))).Code.ShouldBe(ErrorCode.Storage);

        File.Exists($"{folder}.else/pipe").ShouldBeTrue();
    }

    [Fact]
    public async Task SnapshotAsync_ExcludedPathBelowALink_IsNoObstacle()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var folder = await CreateAsync(sandbox, repository);
        await ShellAsync(sandbox, folder, "mkdir x; ln -s x .team");

        (await ListAsync(await SnapshotAsync(repository, folder, ".team/mail"))).ShouldBe("120000 .team 100644 a.txt");
    }
}
