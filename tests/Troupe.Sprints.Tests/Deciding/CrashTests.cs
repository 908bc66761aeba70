namespace Troupe.Sprints.Tests;

/// <summary>The engine may die after any event: what is decided next is what would have been decided.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(SprintMode.Parallel)]
    [InlineData(SprintMode.Sequential)]
    public void Decide_AfterTheFoldOfAnyPrefix_IsWhatWasDecidedThen(SprintMode mode)
    {
        var play = new Play(mode, ["a", "b", "c"])
        {
            Verdict = (weave, session) => weave.Weave == 1 && session.Persona == Names.Persona("c") ? Verdicts.Conflict(session, ["s1-a-1"]) : null,
        };
        while (play.State.Ended is null)
        {
            var folded = play.Log.Aggregate(SprintHistory.Empty, (history, happened) => history.After(happened)).Current!;
            SprintDecision.Decide(folded, play.Look()).Select(command => command.Key).ShouldBe(play.Decide().Select(command => command.Key));
            play.Step();
        }
    }

    [Fact]
    public void Evolve_EveryEventTwice_ChangesNothingTheSecondTime()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b", "c"])
        {
            Verdict = (weave, session) => weave.Weave == 1 && session.Persona == Names.Persona("c") ? Verdicts.Conflict(session, ["s1-a-1"]) : null,
        };
        play.Run();
        var twice = play.Log.Skip(1).Aggregate(
            SprintEvolution.Begin((SprintStarted)play.Log[0]),
            (state, happened) => SprintEvolution.Evolve(SprintEvolution.Evolve(state, happened), happened));
        var report = SprintReport.Of(twice, play.Now);
        var once = SprintReport.Of(play.State, play.Now);
        System.Text.Json.JsonSerializer.Serialize(report, SprintReportJson.Default.SprintReport)
            .ShouldBe(System.Text.Json.JsonSerializer.Serialize(once, SprintReportJson.Default.SprintReport));
    }

    [Fact]
    public void Decide_RequestedSessionThatNoAgentKnows_AsksForTheSameSessionAgain()
    {
        var play = new Play(SprintMode.Parallel, ["a"]);
        play.Step();
        var start = play.Decide().OfType<StartSession>().Single();
        start.Intent.ToList().ForEach(play.Record);
        var again = play.Decide().OfType<StartSession>().Single();
        again.Session.ShouldBe(start.Session);
        again.Key.ShouldBe(start.Key);
        again.Intent.ShouldBeEmpty();
    }

    [Fact]
    public void Decide_WeaveWithoutOutcome_RepeatsItAsItWasIntended()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"]);
        while (play.Decide() is not [WeavePatches])
        {
            play.Step();
        }

        var weave = play.Decide().OfType<WeavePatches>().Single();
        weave.Intent.ToList().ForEach(play.Record);
        play.Now += TimeSpan.FromHours(1);
        var again = play.Decide().OfType<WeavePatches>().Single();
        again.Intent.ShouldBeEmpty();
        (again.Key, again.Tip, again.Time).ShouldBe((weave.Key, weave.Tip, weave.Time));
        again.Patches.ShouldBe(weave.Patches);
    }
}
