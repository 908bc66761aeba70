using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>What the lead orders, and what the surroundings refuse.</summary>
public sealed class LeadTests
{
    private static readonly PersonaId B = Names.Persona("b");

    [Fact]
    public void Abort_CancelsSessionsKeepsPatchesAndEnds()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Session = session => new SessionSight(session.Persona == B ? SessionState.Running : SessionState.Completed),
        };
        play.Run(4);
        play.Record(new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Abort, Key = "abort" });
        play.Run();
        play.Of<SessionEnded>().Select(e => e.State).ShouldBe([SessionState.Completed, SessionState.Cancelled]);
        play.Of<PatchCaptured>().Count().ShouldBe(2);
        play.Of<WeaveStarted>().ShouldBeEmpty();
        play.State.Ended!.Ending.ShouldBe(SprintEnding.Aborted);
    }

    [Fact]
    public void Skip_WhileItRuns_CancelsItAndTheOthersGoOn()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Session = session => new SessionSight(session.Persona == B ? SessionState.Running : SessionState.Completed),
        };
        play.Run(3);
        play.Record(new PersonaSkipped { Sprint = 1, At = play.Now, Persona = B, Reason = SkipReason.Lead, Detail = "not today" });
        play.Run();
        var report = SprintReport.Of(play.State, play.Now);
        report.Landed.ShouldBe(["a"]);
        report.Skipped.ShouldBe(["b"]);
        report.State.ShouldBe("completed");
        play.Of<HumanNotified>().ShouldBeEmpty();
    }

    [Fact]
    public void Retry_OfASkippedPersona_RunsItOnceMoreWithACleanRecord()
    {
        var play = new Play(SprintMode.Sequential, ["a", "b", "c"], new SprintLimits { MaxAttempts = 1 })
        {
            Session = session => new SessionSight(session == Names.Session("s1-a-1") ? SessionState.Failed : SessionState.Completed, "digest"),
        };
        play.After = command =>
        {
            if (command is NotifyHuman)
            {
                play.Record(new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Retry, Key = "retry:1", Detail = "a" });
            }
        };
        play.Run();
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void DiskThatStaysFull_PausesUntilTheLeadResumes()
    {
        var full = true;
        var play = new Play(SprintMode.Sequential, ["a"]) { Failure = command => full && command is CapturePatch ? "no space left" : null };
        play.Run();
        play.Of<SprintPaused>().Single().Reason.ShouldContain("no space left");
        play.Of<CommandFailed>().Count().ShouldBe(5);
        full = false;
        play.Record(new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Resume, Key = "resume:1" });
        play.Run();
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(["a"]);
    }

    [Fact]
    public void Abort_WhilePausedByACaptureThatAlwaysFails_EndsTheSprintAndKeepsTheWork()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Failure = command => command is CapturePatch { Session: var session } && session.Persona == B ? "git is gone" : null,
        };
        play.Run();
        play.State.Paused.ShouldNotBeNull();

        play.Record(new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Abort, Key = "abort" });
        play.State.Failures.ShouldBeEmpty();
        play.Run();

        play.State.Ended.ShouldNotBeNull().Ending.ShouldBe(SprintEnding.Aborted);
        play.State.Kept.ShouldBe([Names.Session("s1-b-1")]);
        play.Of<PatchCaptured>().Last().Unrecorded.ShouldNotBeNull().ShouldContain("git is gone");
    }

    [Fact]
    public void Abort_WhereNothingCanBeTidiedUp_EndsAllTheSame()
    {
        var play = new Play(SprintMode.Parallel, ["a"]) { Failure = command => command is EndSprint ? "no" : null };
        play.Run();
        play.State.Paused.ShouldNotBeNull();

        play.Record(new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Abort, Key = "abort" });
        play.Run();

        play.State.Ended.ShouldNotBeNull().Ending.ShouldBe(SprintEnding.Aborted);
    }

    [Fact]
    public void Abort_SessionThatDoesNotAnswer_IsGivenUpSoon()
    {
        var play = new Play(SprintMode.Parallel, ["a"])
        {
            Session = _ => new SessionSight(SessionState.Running),
            Failure = command => command is CancelSession ? "no answer" : null,
        };
        play.Run(4);
        var ordered = play.Now;
        play.Record(new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Abort, Key = "abort" });
        play.Run();

        play.State.Ended.ShouldNotBeNull().Ending.ShouldBe(SprintEnding.Aborted);
        (play.Now - ordered).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void WorkThatCouldNotBeRecorded_IsAFailedSessionAndNeverNoChange()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"], new SprintLimits { MaxAttempts = 1 })
        {
            Delivery = session => session.Persona == B ? null : $"{session}",
            Unrecorded = session => session.Persona == B ? "it is kept in /there" : null,
        };
        play.Run();

        var report = SprintReport.Of(play.State, play.Now);
        report.Outcomes.Single(outcome => outcome.Persona == "b").Outcome.ShouldBe("Failed");
        play.State.Personas[B].Setback!.Event.ShouldBeOfType<SessionEnded>().Detail.ShouldBe("it is kept in /there");
        play.State.Kept.ShouldBe([Names.Session("s1-b-1")]);
    }

    [Fact]
    public void AgentThatCannotBeReached_FailsTheSessionNotTheSprint()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Failure = command => command is StartSession { Session: var session } && session.Persona == B ? "no such program" : null,
        };
        play.Run();
        var report = SprintReport.Of(play.State, play.Now);
        report.Landed.ShouldBe(["a"]);
        report.Skips.Single().ShouldSatisfyAllConditions(skip => skip.Persona.ShouldBe("b"), skip => skip.Reason.ShouldBe(SkipReason.NoProgress));
    }

    [Fact]
    public void SessionThatNeitherEndsNorAnswers_IsGivenUp()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Session = session => new SessionSight(session == Names.Session("s1-b-1") ? SessionState.Running : SessionState.Completed),
            Failure = command => command is CancelSession ? "no answer" : null,
        };
        play.Run();
        play.Of<SessionEnded>().ShouldContain(e => e.Session == Names.Session("s1-b-1") && e.State == SessionState.TimedOut);
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(["a", "b"]);
    }
}
