namespace Troupe.EndToEnd;

/// <summary>One orchestrator at a time; others can look, wait for their turn, or end the sprint.</summary>
public sealed class OrchestratorTests
{
    /// <summary>Everybody but <c>quick</c> waits until the gate is there.</summary>
    private static readonly ScriptedTeam Patient = new()
    {
        Personas = ["quick", "slow", "slower"],
        Script = """
            echo "sprint $TROUPE_SPRINT" >>"pages/$TROUPE_PERSONA.md"
            [ "$TROUPE_PERSONA" = quick ] || while ! [ -e "$(dirname "$0")/gate" ]; do sleep 0.05; done
            """,
    };

    [Fact]
    public async Task Run_WhileAnotherRuns_IsRefusedAndNamesIt()
    {
        using var stage = await Patient.StageAsync();
        var first = stage.Start("sprint", "run");
        await Until.TrueAsync(() => SprintTraces.CountEvents(stage) > 5);

        foreach (var command in new[] { "run", "resume" })
        {
            var second = await stage.RunAsync("sprint", command);
            second.ExitCode.ShouldBe(7);
            second.ErrorText.ShouldContain($"process {first.Id} ");
        }

        (await stage.RunAsync("schedule", "tick")).ExitCode.ShouldBe(7);
        (await stage.RunAsync("sprint", "status")).ExitCode.ShouldBe(0);
        await File.WriteAllTextAsync(stage.Beside("gate"), "", TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => first.IsOver);
        var traces = new SprintTraces(stage);
        traces.Of("patch_landed").Count().ShouldBe(3);
        traces.NothingIsThereTwice();
    }

    [Fact]
    public async Task Abort_FromAnotherProcess_EndsTheSessionsAndKeepsWhatTheyMade()
    {
        using var stage = await Patient.StageAsync();
        var run = stage.Start("sprint", "run");
        await Until.TrueAsync(() => Captured(stage));

        var abort = await stage.RunAsync("sprint", "abort");

        abort.ExitCode.ShouldBe(0, abort.ErrorText);
        abort.ErrorText.ShouldContain("has been told to stop");
        await Until.TrueAsync(() => run.IsOver);
        await EndedAsync(stage);
    }

    [Fact]
    public async Task Abort_AfterTheOrchestratorWasKilled_DoesItItself()
    {
        using var stage = await Patient.StageAsync();
        var run = stage.Start("sprint", "run");
        await Until.TrueAsync(() => Captured(stage));
        await run.KillAsync();

        var abort = await stage.RunAsync("sprint", "abort");

        abort.ExitCode.ShouldBe(0, abort.ErrorText);
        await EndedAsync(stage);
        (await stage.RunAsync("sprint", "resume")).ExitCode.ShouldBe(3);
    }

    private static bool Captured(Stage stage) =>
        SprintTraces.CountEvents(stage) > 0 && new SprintTraces(stage).Of("patch_captured").Any();

    private static async Task EndedAsync(Stage stage)
    {
        var shown = Sprints.Read(await stage.RunAsync("sprint", "show", "--json"));
        shown.Text("state").ShouldBe("aborted");
        var traces = new SprintTraces(stage);
        await traces.NothingIsLeftOverAsync();
        traces.NothingIsThereTwice();

        // Whatever was in the checkouts when they were stopped is pinned, as is the finished patch.
        (await stage.GitAsync("for-each-ref", "--format=%(refname)", "refs/troupe/patches")).Split('\n').Length.ShouldBe(3);
    }
}
