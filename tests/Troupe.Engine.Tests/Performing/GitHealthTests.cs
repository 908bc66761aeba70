using Troupe.Core;

namespace Troupe.Engine.Tests;

/// <summary>A full disk is nobody's fault.</summary>
public sealed class GitHealthTests
{
    [Theory]
    [InlineData("git unpack-objects failed with exit code 128: error: unable to write file x: No space left on device / fatal: failed", false)]
    [InlineData("git fetch failed with exit code 1: fatal: write error: Disk quota exceeded", false)]
    [InlineData("git fetch failed with exit code 1: error: cannot lock ref: Read-only file system", false)]
    [InlineData("git hash-object failed with exit code 128: error: insufficient permission / fatal: a: Permission denied", false)]
    [InlineData("git merge-tree failed with exit code 128: fatal: unable to read tree (0123)", true)]
    [InlineData("git merge-tree failed with exit code 128: fatal: bad path 'No space left on device/a'", true)]
    public void MayBeThePatchs_WordsOfGit_TellTheDiskFromTheDelivery(string message, bool patch) =>
        GitHealth.MayBeThePatchs(new TroupeException(ErrorCode.Git, message)).ShouldBe(patch);

    [Fact]
    public async Task Require_EverythingInOrder_Passes()
    {
        using var sandbox = await Scene.RepositoryAsync();
        await GitHealth.RequireAsync(await Scene.OpenAsync(sandbox), Scene.Token);
    }

    [Fact]
    public async Task Require_NoScratchForWeaves_IsSaid()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox);
        Directory.CreateDirectory(Path.GetDirectoryName(workplace.State.WeavesFolder)!);
        await File.WriteAllTextAsync(workplace.State.WeavesFolder, "", Scene.Token);

        var failure = await Should.ThrowAsync<TroupeException>(() => GitHealth.RequireAsync(workplace, Scene.Token));

        failure.Code.ShouldBe(ErrorCode.Git);
        failure.Message.ShouldContain(workplace.State.WeavesFolder);
    }
}
