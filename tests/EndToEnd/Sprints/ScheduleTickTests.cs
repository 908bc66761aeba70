namespace Troupe.EndToEnd;

/// <summary>A scheduler without memory comes to what a process that stays comes to.</summary>
public sealed class ScheduleTickTests
{
    private const int Enough = 10_000;

    [Fact]
    public async Task Tick_RepeatedToTheEnd_GivesTheTreeOfSprintRun()
    {
        using var ticked = await ScriptedTeam.Writers.StageAsync();
        using var run = await ScriptedTeam.Writers.StageAsync();
        var expected = await run.SprintAsync("sprint", "run");

        var state = "";
        for (var tick = 0; state != "completed"; tick++)
        {
            tick.ShouldBeLessThan(Enough, "the sprint does not come to its end");
            state = (await ticked.SprintAsync("schedule", "tick")).Text("state");
        }

        var traces = new SprintTraces(ticked);
        traces.Tree.ShouldBe(expected.Text("tree"));
        traces.NothingIsThereTwice();
        await traces.NothingIsLeftOverAsync();
    }
}
