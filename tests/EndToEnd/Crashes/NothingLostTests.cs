namespace Troupe.EndToEnd;

/// <summary>
/// The orchestrator is killed without a word, at any moment, and another one goes on: always the same tree, nothing
/// twice, nothing left behind.
/// </summary>
public sealed class NothingLostTests
{
    private const int Personas = 23;
    private static readonly Lazy<Task<string>> UndisturbedTree = new(FindUndisturbedTreeAsync);

    [Fact]
    public Task Run_KilledSixTimes_EndsInTheSameTreeWithNothingTwice() => SurviveAsync(seed: 6, kills: 6);

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Run_KilledTwentyTimes_EndsInTheSameTreeWithNothingTwice()
    {
        var rounds = 0;
        for (var kills = 0; kills < 20 * Stress.Factor; rounds++)
        {
            kills += await SurviveAsync(seed: 100 + rounds, kills: 4 + rounds % 3);
        }
    }

    [Fact]
    [Trait("Suite", "Slow")]
    public async Task Run_KilledWithAllItsSessionHosts_LandsEverybodyAndRunsNoAgentTwice()
    {
        using var stage = await Stage.OfDemoAsync();

        await new KilledSprint(stage, new Random(7)).RunAsync(kills: 2, alsoHosts: true);

        var traces = new SprintTraces(stage);
        traces.Of("patch_landed").Count().ShouldBe(Personas);
        traces.NothingIsThereTwice();
        await traces.NothingIsLeftOverAsync();
        (await stage.GitAsync("rev-parse", "troupe/sprint-1^{tree}")).ShouldBe(traces.Tree);
    }

    private static async Task<int> SurviveAsync(int seed, int kills)
    {
        using var stage = await Stage.OfDemoAsync();
        var sprint = new KilledSprint(stage, new Random(seed));

        await sprint.RunAsync(kills);

        var traces = new SprintTraces(stage);
        traces.Tree.ShouldBe(await UndisturbedTree.Value, $"seed {seed}, {sprint.Kills} kills");
        traces.NothingIsThereTwice();
        await traces.NothingIsLeftOverAsync();
        traces.Of("patch_landed").Count().ShouldBe(Personas);
        traces.Of("command_failed").ShouldBeEmpty();
        (await stage.GitAsync("rev-parse", "troupe/sprint-1^{tree}")).ShouldBe(traces.Tree);
        (await stage.GitAsync("status", "--porcelain")).ShouldBeEmpty();
        return sprint.Kills;
    }

    private static async Task<string> FindUndisturbedTreeAsync()
    {
        using var stage = await Stage.OfDemoAsync();
        (await stage.RunAsync("sprint", "run")).ExitCode.ShouldBe(0);
        return new SprintTraces(stage).Tree;
    }
}
