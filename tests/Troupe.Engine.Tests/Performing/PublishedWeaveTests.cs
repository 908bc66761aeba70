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
        var (state, command) = await FirstWeave.OfAsync(
            scene, $"[[weaver.verify]]\nname = \"there\"\ncommand = [\"test\", \"-e\", \"{fine}\"]\n");
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
}
