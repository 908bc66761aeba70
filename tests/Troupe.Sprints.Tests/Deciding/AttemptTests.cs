using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>Attempts are charged for a persona's own failures, and for nothing else.</summary>
public sealed class AttemptTests
{
    private static readonly PersonaId B = Names.Persona("b");

    [Fact]
    public void Conflict_WithWhatItCouldNotKnow_ChargesNothing()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Verdict = (_, session) => session == Names.Session("s1-b-1") ? Verdicts.Conflict(session, ["s1-a-1"]) : null,
        };
        play.Run().State.Personas[B].Charged.ShouldBe(0);
    }

    [Fact]
    public void Conflict_WithWhatItWasToldAbout_IsCharged()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Verdict = (_, session) => session.Persona == B && session.Attempt < 3 ? Verdicts.Conflict(session, ["s1-a-1"]) : null,
        };
        play.Run().State.Personas[B].Charged.ShouldBe(1);
        play.State.Personas[B].HasLanded.ShouldBeTrue();
    }

    [Fact]
    public void Malformed_AsOftenAsItMay_SkipsAndTellsTheLeadOnce()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Verdict = (_, session) => session.Persona == B ? Verdicts.Not(session, PatchOutcome.Malformed) : null,
        };
        play.Run();
        play.Of<PersonaSkipped>().Single().Reason.ShouldBe(SkipReason.Attempts);
        play.Of<SessionRequested>().Count(e => e.Session.Persona == B).ShouldBe(3);
        play.Of<HumanNotified>().Count().ShouldBe(1);
        play.Of<MailPosted>().Count().ShouldBe(3);
    }

    [Fact]
    public void ConflictsThatNobodyIsToBlameFor_EndAtMaxRuns()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b", "c"], new SprintLimits { MaxRuns = 4 })
        {
            Verdict = (_, session) => session.Persona == B ? Verdicts.Conflict(session) : null,
        };
        play.Run();
        play.Of<PersonaSkipped>().Single().Reason.ShouldBe(SkipReason.Runs);
        play.State.Personas[B].ShouldSatisfyAllConditions(b => b.Runs.ShouldBe(4), b => b.Charged.ShouldBe(0));
    }

    [Theory]
    [InlineData(SessionState.Failed, 1)]
    [InlineData(SessionState.TimedOut, 1)]
    [InlineData(SessionState.Lost, 0)]
    public void SessionThatDoesNotSucceed_RunsAgainAfterAWhile(SessionState ending, int charged)
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Session = session => new SessionSight(session == Names.Session("s1-b-1") ? ending : SessionState.Completed, "digest"),
        };
        play.Run();
        play.State.Personas[B].ShouldSatisfyAllConditions(b => b.Charged.ShouldBe(charged), b => b.HasLanded.ShouldBeTrue());
        var times = play.Log.Where(e => e is SessionEnded { Session.Persona: var p } && p == B || e is SessionRequested { Session.Persona: var q } && q == B).Select(e => e.At).ToList();
        (times[2] - times[1]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void SessionThatFailed_ItsPatchIsKeptAndNotWoven()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Session = session => new SessionSight(session == Names.Session("s1-b-1") ? SessionState.TimedOut : SessionState.Completed),
        };
        play.Run();
        play.Of<PatchCaptured>().ShouldContain(e => e.Session == Names.Session("s1-b-1") && e.Patch == Names.Patch("s1-b-1"));
        play.Of<WeaveStarted>().SelectMany(e => e.Patches).ShouldNotContain(patch => patch.Session == Names.Session("s1-b-1"));
    }

    [Fact]
    public void NothingToDo_InTheFirstRun_IsNoFailure()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"]) { Delivery = session => session.Persona == B ? null : $"{session}" };
        play.Run();
        var report = SprintReport.Of(play.State, play.Now);
        report.Unchanged.ShouldBe(["b"]);
        report.Skipped.ShouldBeEmpty();
        report.Outcomes.ShouldContain(new ReportedOutcome("b", 1, "Redundant", null));
    }

    [Fact]
    public void NothingChanged_WhereAChangeWasToBeRedone_Withdraws()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Delivery = session => session == Names.Session("s1-b-2") ? null : $"{session}",
            Verdict = (_, session) => session.Persona == B ? Verdicts.Conflict(session) : null,
        };
        play.Run();
        play.Of<PersonaSkipped>().Single().Reason.ShouldBe(SkipReason.Withdrawn);
        SprintReport.Of(play.State, play.Now).Skipped.ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("patch")]
    [InlineData("conflict")]
    [InlineData("failure")]
    public void TheSameAgain_StopsAfterTheSecond(string what)
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"]);
        switch (what)
        {
            case "patch":
                play.Delivery = session => session.Persona == B ? "the same" : $"{session}";
                play.Verdict = (_, session) => session.Persona == B ? Verdicts.Conflict(session) : null;
                break;
            case "conflict":
                play.Verdict = (_, session) => session.Persona == B ? Verdicts.Conflict(session, digest: "the same") : null;
                break;
            default:
                play.Session = session => session.Persona == B ? new SessionSight(SessionState.Failed, "the same") : new SessionSight(SessionState.Completed);
                break;
        }

        play.Run();
        play.Of<PersonaSkipped>().Single().Reason.ShouldBe(SkipReason.NoProgress);
        play.State.Personas[B].Runs.ShouldBe(2);
    }

    [Fact]
    public void Held_IsKeptForTheLead()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"]) { Verdict = (_, session) => session.Persona == B ? Verdicts.Not(session, PatchOutcome.Held) : null };
        play.Run();
        play.Of<PersonaSkipped>().Single().Reason.ShouldBe(SkipReason.Held);
        play.State.Ended.ShouldNotBeNull();
    }
}
