using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>A held patch waits for the lead's answer, whenever that comes, and no longer than the sprint lasts.</summary>
public sealed class HeldTests
{
    private static readonly SessionId First = Names.Session("s1-b-1");

    [Theory]
    [InlineData(SprintMode.Parallel)]
    [InlineData(SprintMode.Sequential)]
    public void Ack_WhenTheLeadIsTold_WeavesExactlyThatPatchAndLandsIt(SprintMode mode)
    {
        var play = Holding(mode);
        play.After = OnceTold(play, () => Ack(play));
        play.Run();

        play.Of<WeaveStarted>().Last().Patches.ShouldBe([new PatchInWeave(First, Names.Patch("s1-b-1"), Names.Commit("s1-b-1"), Acked: true)]);
        var report = SprintReport.Of(play.State, play.Now);
        report.Landed.ShouldBe(["a", "b"]);
        report.Skips.ShouldBeEmpty();
        report.Outcomes.Where(outcome => outcome.Persona == "b").Select(outcome => outcome.Outcome).ShouldBe(["Landed"]);
        play.State.Held.Single().StandingIn(play.State).ShouldBe(HeldStanding.Landed);
        play.Of<SessionRequested>().Count().ShouldBe(2);
    }

    [Fact]
    public void Ack_InTheTickThatHeldIt_IsWovenInTheNextTickBeforeTheSprintEnds()
    {
        var play = Holding(SprintMode.Parallel);
        play.After = command =>
        {
            if (command is WeavePatches { Weave: 1 })
            {
                Ack(play);
            }
        };
        play.Run();

        play.Of<WeaveStarted>().Select(weave => weave.Tick).ShouldBe([2, 3]);
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Ack_SecondTime_ChangesNothing()
    {
        var play = Holding(SprintMode.Parallel);
        play.After = OnceTold(play, () =>
        {
            Ack(play);
            var once = play.State;
            Ack(play);
            play.State.ShouldBe(once);
            Reject(play);
            play.State.ShouldBe(once);
        });
        play.Run();
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Ack_OfAnotherPatch_ChangesNothing()
    {
        var play = Holding(SprintMode.Parallel);
        play.After = OnceTold(play, () => play.Record(new PatchAcked { Sprint = 1, At = play.Now, Session = First, Patch = Names.Patch("other"), By = "Ada" }));
        play.Run();
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(["a"]);
        play.State.Held.Single().StandingIn(play.State).ShouldBe(HeldStanding.Waiting);
    }

    [Fact]
    public void Reject_TellsThePersonaWhyAndItRunsAgain()
    {
        var play = Holding(SprintMode.Parallel, everyRun: false);
        play.After = OnceTold(play, () => Reject(play));
        play.Run();

        play.Commands.OfType<SendReport>().Single().About.ShouldBeOfType<PatchRejected>().Reason.ShouldBe("The lead rejected it: not yours");
        play.Of<SessionRequested>().Last().ShouldSatisfyAllConditions(
            e => e.Session.ShouldBe(Names.Session("s1-b-2")), e => e.Reason.ShouldBe(RunReason.Rejection));
        var report = SprintReport.Of(play.State, play.Now);
        report.Landed.ShouldBe(["a", "b"]);
        report.Outcomes.Where(outcome => outcome.Persona == "b").Select(outcome => outcome.Outcome).ShouldBe(["Rejected", "Landed"]);
        play.State.Personas[Names.Persona("b")].Charged.ShouldBe(1);
    }

    [Fact]
    public void Reject_OfTheLastAttempt_TellsThePersonaAndSkipsIt()
    {
        var play = Holding(SprintMode.Parallel, new SprintLimits { MaxAttempts = 1 });
        play.After = OnceTold(play, () => Reject(play));
        play.Run();

        play.Of<MailPosted>().Count().ShouldBe(1);
        play.Of<PersonaSkipped>().Select(e => e.Reason).ShouldBe([SkipReason.Held, SkipReason.Attempts]);
        play.Of<HumanNotified>().Count().ShouldBe(2);
    }

    [Fact]
    public void Reject_ReworkThatIsHeldAgain_WaitsAgain()
    {
        var play = Holding(SprintMode.Parallel);
        play.After = OnceTold(play, () => Reject(play));
        play.Run();
        play.State.Held.Select(held => held.StandingIn(play.State)).ShouldBe([HeldStanding.Rejected, HeldStanding.Waiting]);
    }

    [Fact]
    public void Answer_AfterTheSprintHasEnded_IsKeptAndNothingElse()
    {
        var play = Holding(SprintMode.Parallel);
        play.Run();
        var ended = play.State;
        Ack(play);
        play.State.Held.Single().StandingIn(play.State).ShouldBe(HeldStanding.Acked);
        (play.State with { Held = ended.Held }).ShouldBe(ended);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ack_AfterTheTargetWasForwarded_LandsAndTheTargetFollowsAgain(bool fails)
    {
        var play = Holding(SprintMode.Parallel, land: LandingPlace.Target);
        var forwards = 0;
        play.Failure = command => command is ForwardTarget && fails && forwards == 0 ? "main is checked out." : null;
        play.After = command =>
        {
            if (command is ForwardTarget && ++forwards == 1)
            {
                Ack(play);
            }
        };
        play.Run();

        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(["a", "b"]);
        play.Commands.OfType<ForwardTarget>().Select(forward => forward.Head).Distinct().Count().ShouldBe(2);
        play.Commands.OfType<ForwardTarget>().Last().Head.ShouldBe(play.State.BranchHead!.Value);
        SprintReport.Of(play.State, play.Now).Target.Moved.ShouldBeTrue();
    }

    [Fact]
    public void Ack_OfAPatchWhosePersonaRanAgain_WeavesNothing()
    {
        var play = Holding(SprintMode.Parallel, everyRun: false);
        play.After = OnceTold(play, () => play.Record(
            new CommandIntended { Sprint = 1, At = play.Now, Command = CommandNames.Retry, Key = "retry:1", Detail = "b" }));
        play.Run();
        Ack(play);
        play.State.Held.Single().StandingIn(play.State).ShouldBe(HeldStanding.Settled);
    }

    private static Play Holding(SprintMode mode, SprintLimits? limits = null, bool everyRun = true, LandingPlace land = LandingPlace.Branch) => new(mode, ["a", "b"], limits, land)
    {
        Verdict = (weave, session) => session.Persona == Names.Persona("b") && (everyRun || session == First)
            && weave.Patches.Single(patch => patch.Session == session).Acked is not true
                ? Verdicts.Not(session, PatchOutcome.Held)
                : null,
    };

    private static Action<SprintCommand> OnceTold(Play play, Action answer) => command =>
    {
        if (command is NotifyHuman && play.Of<HumanNotified>().Count() == 1)
        {
            answer();
        }
    };

    private static void Ack(Play play) =>
        play.Record(new PatchAcked { Sprint = 1, At = play.Now, Session = First, Patch = Names.Patch("s1-b-1"), By = "Ada" });

    private static void Reject(Play play) =>
        play.Record(new PatchDeclined { Sprint = 1, At = play.Now, Session = First, Patch = Names.Patch("s1-b-1"), By = "Ada", Reason = "not yours" });
}
