using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests.Performing;

/// <summary>A weave that a crash cut short after its branch had moved is done again without being judged again.</summary>
public sealed class PublishedWeaveTests
{
    [Fact]
    public async Task PerformAsync_BranchIsAtTheResultAlready_LandsWithoutVerifyingItAgain()
    {
        using var scene = await SprintScene.CreateAsync("builder");
        var fine = scene.Sandbox.Beside("fine");
        File.WriteAllText(fine, "");
        var (state, command) = await WeaveAsync(scene, fine);
        var workplace = await scene.OpenAsync();

        var first = await new PatchWeaver(workplace).PerformAsync(state, command, Token);
        first.OfType<VerificationRan>().ShouldHaveSingleItem().Passed.ShouldBeTrue();
        var head = await scene.Sandbox.GitAsync("rev-parse", command.Branch);

        // The check is flaky, and would say no now.
        File.Delete(fine);
        var again = await new PatchWeaver(workplace).PerformAsync(state, command, Token);
        again.OfType<VerificationRan>().ShouldBeEmpty();
        again.OfType<PatchLanded>().ShouldHaveSingleItem();
        (await scene.Sandbox.GitAsync("rev-parse", command.Branch)).ShouldBe(head);

        await scene.Sandbox.GitAsync("update-ref", "-d", $"refs/heads/{command.Branch}");
        var unpublished = await new PatchWeaver(workplace).PerformAsync(state, command, Token);
        unpublished.OfType<VerificationRan>().ShouldHaveSingleItem().Passed.ShouldBeFalse();
        unpublished.OfType<PatchLanded>().ShouldBeEmpty();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The intent of a first weave of one patch, on a tip whose verify command wants the file.
    private static async Task<(SprintState State, WeavePatches Command)> WeaveAsync(SprintScene scene, string file)
    {
        await scene.Sandbox.CommitAsync(
            "Verify", (".team/troupe.toml", $"[agent.any]\ncommand = [\"true\"]\n\n[[weaver.verify]]\nname = \"there\"\ncommand = [\"test\", \"-e\", \"{file}\"]\n"));
        var tip = CommitId.Parse(await scene.Sandbox.GitAsync("rev-parse", "main"));
        await scene.RecordAsync("builder", "a", "2\n");
        var commit = CommitId.Parse(await scene.Sandbox.GitAsync("rev-parse", "builder"));
        var tree = TreeId.Parse(await scene.Sandbox.GitAsync("rev-parse", "builder^{tree}"));
        var state = SprintEvolution.Begin(Samples.All.OfType<SprintStarted>().Single());
        return (state, new WeavePatches
        {
            Key = "weave:1",
            Weave = 1,
            Tip = tip,
            Patches = [new PatchInWeave(new SessionId(state.Number, PersonaId.Parse("builder"), 1), new Patch(tip, tree).Id, commit)],
            Time = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
            Branch = $"troupe/sprint-{state.Number}",
        });
    }
}
