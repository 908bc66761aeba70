using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests;

/// <summary>The first weave of a sprint: one patch of <c>builder</c>, on a tip that holds the given settings.</summary>
internal static class FirstWeave
{
    public static async Task<(SprintState State, WeavePatches Command)> OfAsync(SprintScene scene, string settings)
    {
        await scene.Sandbox.CommitAsync("Settings", (".team/troupe.toml", "[agent.any]\ncommand = [\"true\"]\n\n" + settings));
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
