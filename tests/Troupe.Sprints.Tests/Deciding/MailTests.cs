using Troupe.Core;

namespace Troupe.Sprints.Tests;

public sealed class MailTests
{
    private static readonly PersonaId A = Names.Persona("a");
    private static readonly PersonaId B = Names.Persona("b");

    [Fact]
    public void MailToOneThatLanded_RunsItOnceMoreAndKeepsItsLanding()
    {
        var play = Written(SprintMode.Parallel, goodNews: false);
        play.Verdict = (_, session) => session == Names.Session("s1-a-2") ? Verdicts.Not(session, PatchOutcome.Malformed) : null;
        play.Run();
        play.Of<ReworkRequested>().First().ShouldSatisfyAllConditions(e => e.Reason.ShouldBe(RunReason.Mail), e => e.Mails.ShouldBe(["m1"]));
        play.Of<ReworkRequested>().Count(e => e.Mails.Contains("m1")).ShouldBe(1);
        SprintReport.Of(play.State, play.Now).Landed.ShouldContain("a");
    }

    [Fact]
    public void GoodNews_RunsNobody() => Written(SprintMode.Parallel, goodNews: true).Run().State.Reworks.ShouldBe(0);

    [Fact]
    public void MailThatTheFirstPromptShowed_RunsNobodyAgain()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"]);
        play.Mail.Add(new MailHead("m1", A, B, "question"));
        play.Run();
        play.Of<SessionRequested>().First().Mails.ShouldBe(["m1"]);
        play.State.Reworks.ShouldBe(0);
    }

    [Fact]
    public void TwoThatAlwaysAnswer_EndAtMaxRunsAndTheLeadIsTold()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"], new SprintLimits { MaxRuns = 3 });
        play.After = command =>
        {
            if (command is CapturePatch capture)
            {
                var to = capture.Session.Persona == A ? B : A;
                play.Mail.Add(new MailHead($"from {capture.Session}", to, capture.Session.Persona, "note"));
            }
        };
        play.Run();
        play.State.Personas.Values.ShouldAllBe(persona => persona.Runs == 3);
        play.Of<HumanNotified>().Select(e => e.Key).ShouldBe(["s1:max-runs:a", "s1:max-runs:b"]);
        play.State.Ended.ShouldNotBeNull();
    }

    [Fact]
    public void AThousandLooksAtAnUnchangedWorld_DecideNothing()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"]) { Session = _ => new SessionSight(SessionState.Running) };
        play.Run(2);
        var before = play.Log.Count;
        for (var i = 0; i < 1000; i++)
        {
            play.Decide().ShouldBeEmpty();
        }

        play.Log.Count.ShouldBe(before);
    }

    private static Play Written(SprintMode mode, bool goodNews)
    {
        var play = new Play(mode, ["a", "b"]);
        play.After = command =>
        {
            if (command is CapturePatch { Session: var session } && session == Names.Session("s1-b-1"))
            {
                play.Mail.Add(new MailHead("m1", A, B, "coordination", goodNews));
            }
        };
        return play;
    }
}
