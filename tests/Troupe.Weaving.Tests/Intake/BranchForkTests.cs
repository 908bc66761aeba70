using Troupe.Core;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Intake;

/// <summary>Short branches are told by reading their commits, all others by git's walk: the answer is the same.</summary>
public sealed class BranchForkTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)));

    [Fact]
    public async Task WeaveAsync_BranchesOfAnyLength_ForkWhereTheyLeft()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        int[] lengths = [1, 2, 7, 8, 9, 12];
        foreach (var length in lengths)
        {
            await BranchAsync(scene, $"b{length}", length);
        }

        await using var weave = await scene.WeaveAsync([.. lengths.Select(length => Revision($"b{length}")), Revision("main")]);
        weave.Results.Take(lengths.Length).ShouldAllBe(result => result.Outcome == PatchOutcome.Landed && result.Change!.Fork == scene.Base);
        weave.Results[^1].Reason.ShouldBe("It changes nothing.");
    }

    [Fact]
    public async Task WeaveAsync_BranchOfAShallowClone_ForksWhereGitSeesIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await BranchAsync(scene, "b3", 3);
        var clone = scene.Sandbox.Beside("shallow");
        await scene.Sandbox.GitAsync("clone", "--quiet", "--bare", "--depth=2", "--no-single-branch", $"file://{scene.Sandbox.GitDirectory}", clone);
        var repository = await scene.Sandbox.OpenAsync(clone);
        await using var weave = await new Weaver(repository, scene.Scratch).WeaveAsync(
            scene.Request(Revision("b3")), TestContext.Current.CancellationToken);

        // The commits between the branch and the base are cut off: nobody can say what it changes.
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Malformed);
    }

    private static WeavePatch Revision(string name) => new() { Label = name, Source = new PatchSource.Revision(name) };

    private static async Task BranchAsync(WeaveScene scene, string name, int length)
    {
        var (files, head) = (Start, scene.Base);
        for (var i = 1; i <= length; i++)
        {
            files = files.With(name, $"{i}\n");
            head = scene.Commit(files, head, $"Step {i}");
        }

        await scene.Sandbox.GitAsync("update-ref", $"refs/heads/{name}", head.Value);
    }
}
