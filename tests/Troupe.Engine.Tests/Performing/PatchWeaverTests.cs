using Troupe.Core;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class PatchWeaverTests
{
    [Fact]
    public async Task Perform_PatchThatGitCannotWeave_IsRefusedAtTheLastTry()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox);

        (await Should.ThrowAsync<TroupeException>(() => WeaveAsync(sandbox, workplace, lastTry: false))).Code.ShouldBe(ErrorCode.Git);
        var refused = (await WeaveAsync(sandbox, workplace, lastTry: true)).ShouldHaveSingleItem().ShouldBeOfType<PatchRejected>();

        (refused.Weave, refused.Outcome).ShouldBe((1, PatchOutcome.Malformed));
        refused.Reason.ShouldStartWith("It cannot be woven: ");
    }

    [Fact]
    public async Task Perform_RepositoryThatCannotBeWritten_IsNotBlamedOnThePatch()
    {
        using var sandbox = await Scene.RepositoryAsync(("empty", ""));
        var workplace = await Scene.OpenAsync(sandbox);

        (await Should.ThrowAsync<TroupeException>(() => WeaveAsync(sandbox, workplace, lastTry: true, () => FullDisk.PretendAsync(sandbox))))
            .Code.ShouldBe(ErrorCode.Git);
    }

    [Fact]
    public async Task Perform_NoRoomForAWeave_IsNotBlamedOnThePatch()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox);
        Directory.CreateDirectory(Path.GetDirectoryName(workplace.State.WeavesFolder)!);
        await File.WriteAllTextAsync(workplace.State.WeavesFolder, "", Scene.Token);

        (await Should.ThrowAsync<TroupeException>(() => WeaveAsync(sandbox, workplace, lastTry: true))).Code.ShouldBe(ErrorCode.Git);
    }

    /// <summary>Of a patch whose tree is in the repository no more.</summary>
    private static async Task<IReadOnlyList<SprintEvent>> WeaveAsync(
        GitSandbox sandbox, Workplace workplace, bool lastTry, Func<Task>? before = null)
    {
        var tip = await workplace.Repository.ResolveAsync("main", Scene.Token);
        var broken = sandbox.CommitTree(tip, "Broken", ("a.txt", "lost\n"));
        var tree = await sandbox.GitAsync("rev-parse", $"{broken}^{{tree}}");
        File.Delete(Path.Combine(sandbox.GitDirectory, "objects", tree[..2], tree[2..]));
        await (before?.Invoke() ?? Task.CompletedTask);
        return await new PatchWeaver(workplace).PerformAsync(
            Scene.Running(),
            new WeavePatches
            {
                Key = "weave",
                Weave = 1,
                Tip = tip,
                Patches = [new PatchInWeave(SessionId.Parse("s7-curator-1"), Names.Patch("p"), broken)],
                Time = GitSandbox.Time,
                Branch = "troupe/sprint-7",
                IsLastTry = lastTry,
            },
            Scene.Token);
    }
}
