using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests.Weaves;

/// <summary>Where patches are woven one by one, the other side of a conflict is a commit: it is named by the persona that made it.</summary>
public sealed class HistoryCounterpartTests
{
    [Fact]
    public async Task Conflict_InASequentialSprint_NamesThePersonaThatLanded()
    {
        using var scene = await SprintScene.CreateAsync("palette", "sapper");
        await scene.RecordAsync("palette", "a", "2\n");
        await scene.RecordAsync("sapper", "a", "3\n");

        await NamesPaletteAsync(scene, await scene.RunAsync(SprintMode.Sequential));
    }

    [Fact]
    public async Task Conflict_AfterTheFallBackToSequential_NamesThePersonaThatLanded()
    {
        using var scene = await SprintScene.CreateAsync("palette", "sapper", "wrecker");
        await scene.Sandbox.CommitAsync(
            "Verify", (".team/troupe.toml", "[agent.any]\ncommand = [\"true\"]\n\n[[weaver.verify]]\nname = \"fine\"\ncommand = [\"test\", \"!\", \"-e\", \"wreck\"]\n"));
        await scene.RecordAsync("palette", "a", "2\n");
        await scene.RecordAsync("sapper", "a", "3\n");
        await scene.RecordAsync("wrecker", "wreck", "x\n");

        var state = await scene.RunAsync();

        state.Fallback.ShouldNotBeNull();
        await NamesPaletteAsync(scene, state);
    }

    private static async Task NamesPaletteAsync(SprintScene scene, SprintState state)
    {
        var landed = state.Personas[PersonaId.Parse("palette")].Landings.ShouldHaveSingleItem();
        state.Conflicts.ShouldHaveSingleItem().Counterparts.ShouldBe([new CounterpartPatch(PersonaId.Parse("palette"), landed.Patch)]);
        SprintReport.Of(state, TimeProvider.System.GetUtcNow()).Conflicts.Single().InWords.ShouldBe("conflict (content) with palette in a");
        (await scene.LetterAsync("Your change conflicts in a")).ShouldContain($"- `{landed.Commit.Value[..12]}` (palette): ");
    }
}
