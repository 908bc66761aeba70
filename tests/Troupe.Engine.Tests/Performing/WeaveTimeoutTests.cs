using Troupe.Sprints;

namespace Troupe.Engine.Tests.Performing;

public sealed class WeaveTimeoutTests
{
    [Fact]
    public async Task PerformAsync_StepsTakeLongerThanTheWeaveMay_AreEndedAndTheTreeDoesNotLand()
    {
        using var scene = await SprintScene.CreateAsync("builder");
        var (state, command) = await FirstWeave.OfAsync(
            scene, "[weaver]\ntimeout = \"1s\"\n\n[[weaver.verify]]\nname = \"slow\"\ncommand = \"sleep 100\"\n");

        var outcome = await new PatchWeaver(await scene.OpenAsync()).PerformAsync(state, command, TestContext.Current.CancellationToken);

        var verification = outcome.OfType<VerificationRan>().ShouldHaveSingleItem();
        verification.Passed.ShouldBeFalse();
        verification.Reason.ShouldNotBeNull().ShouldContain("longer than 1s");
        outcome.OfType<PatchLanded>().ShouldBeEmpty();
    }
}
