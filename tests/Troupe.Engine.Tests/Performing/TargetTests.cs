using Troupe.Sprints;

namespace Troupe.Engine.Tests;

/// <summary>Sprints that are to move the target branch.</summary>
public sealed class TargetTests
{
    private const string Settings = "[sprint]\nland = \"target\"\n[agent.any]\ncommand = [\"true\"]\n";

    [Fact]
    public async Task Run_TargetCheckedOut_LeavesItAndSaysSo()
    {
        using var scene = await SceneAsync();
        var before = await scene.Sandbox.GitAsync("rev-parse", "main");

        var state = await scene.RunAsync();

        (await scene.Sandbox.GitAsync("rev-parse", "main")).ShouldBe(before);
        var report = SprintReport.Of(state, state.Start.At);
        report.State.ShouldBe("completed");
        report.IsComplete.ShouldBeFalse();
        report.Target.ShouldBe(new ReportedTarget(
            "main",
            Wanted: true,
            Moved: false,
            $"main is checked out in '{scene.Sandbox.WorkTree}', and a branch is never moved under a checkout.",
            "git merge --ff-only troupe/sprint-1"));
        (await scene.LetterAsync("Sprint 1 did not move main")).ShouldContain("'git merge --ff-only troupe/sprint-1' takes it over");
    }

    [Fact]
    public async Task Run_TargetFree_MovesIt()
    {
        using var scene = await SceneAsync();
        await scene.Sandbox.GitAsync("checkout", "--quiet", "-b", "mine");
        scene.Sandbox.Write((".team/troupe.toml", Settings.Replace("[agent", "target = \"main\"\n[agent", StringComparison.Ordinal)));

        var state = await scene.RunAsync();

        (await scene.Sandbox.GitAsync("rev-parse", "main")).ShouldBe(state.Tip.Value);
        var report = SprintReport.Of(state, state.Start.At);
        report.IsComplete.ShouldBeTrue();
        report.Target.ShouldBe(new ReportedTarget("main", Wanted: true, Moved: true, Reason: null, Merge: null));
    }

    private static async Task<SprintScene> SceneAsync()
    {
        var scene = await SprintScene.CreateAsync("bolt");
        await scene.Sandbox.CommitAsync("Land on the target", (".team/troupe.toml", Settings));
        await scene.RecordAsync("bolt", "a", "2\n");
        return scene;
    }
}
