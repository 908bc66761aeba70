using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests.Performing;

public sealed class WeaveTimeoutTests
{
    [Fact]
    public async Task PerformAsync_StepsTakeLongerThanTheWeaveMay_AreEndedAndTheTreeDoesNotLand()
    {
        using var scene = await SprintScene.CreateAsync("builder");
        await scene.Sandbox.CommitAsync(
            "Verify",
            (".team/troupe.toml", "[agent.any]\ncommand = [\"true\"]\n\n[weaver]\ntimeout = \"1s\"\n\n[[weaver.verify]]\nname = \"slow\"\ncommand = \"sleep 100\"\n"));
        var tip = CommitId.Parse(await scene.Sandbox.GitAsync("rev-parse", "main"));
        await scene.RecordAsync("builder", "a", "2\n");
        var state = SprintEvolution.Begin(Samples.All.OfType<SprintStarted>().Single());

        var outcome = await new PatchWeaver(await scene.OpenAsync()).PerformAsync(
            state,
            new WeavePatches
            {
                Key = "weave:1",
                Weave = 1,
                Tip = tip,
                Patches =
                [
                    new PatchInWeave(
                        new SessionId(state.Number, PersonaId.Parse("builder"), 1),
                        new Patch(tip, TreeId.Parse(await scene.Sandbox.GitAsync("rev-parse", "builder^{tree}"))).Id,
                        CommitId.Parse(await scene.Sandbox.GitAsync("rev-parse", "builder"))),
                ],
                Time = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
                Branch = $"troupe/sprint-{state.Number}",
            },
            TestContext.Current.CancellationToken);

        var verification = outcome.OfType<VerificationRan>().ShouldHaveSingleItem();
        verification.Passed.ShouldBeFalse();
        verification.Reason.ShouldNotBeNull().ShouldContain("longer than 1s");
        outcome.OfType<PatchLanded>().ShouldBeEmpty();
    }
}
