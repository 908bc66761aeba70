using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Sprints.Tests;

/// <summary>The reference behaviour. Parallel mode may never change it: these decisions are pinned one by one.</summary>
public sealed class SequentialTickTests
{
    [Fact]
    public void Decide_ThreePersonasThatLand_OneTickEach()
    {
        var play = new Play(SprintMode.Sequential, ["curator", "sentinel", "weaver-two"]).Run();
        Golden.Check("sequential-lands.txt", Transcript.Of(play));
    }

    [Fact]
    public void Decide_TwentyThreePersonas_TwentyThreeTicks()
    {
        var play = new Play(SprintMode.Sequential, Enumerable.Range(1, 23).Select(i => $"p{i}")).Run();
        play.State.Ticks.ShouldBe(23);
        SprintReport.Of(play.State, play.Now).Landed.Count.ShouldBe(23);
    }

    [Fact]
    public void Decide_EachStartsFromWhatTheOneBeforeLanded()
    {
        var play = new Play(SprintMode.Sequential, ["a", "b"]).Run();
        play.Of<SessionRequested>().Select(e => e.Base).ShouldBe([Names.Commit("base"), Names.Commit("landed s1-a-1 1")]);
    }

    [Fact]
    public void Decide_MailForTheLast_MovesItToTheFrontOfTheNextTick()
    {
        var play = new Play(SprintMode.Sequential, ["a", "b", "c", "d"]);
        play.After = command =>
        {
            if (command is StartSession { Session: { Attempt: 1 } session } && session.Persona == Names.Persona("a"))
            {
                play.Mail.Add(new MailHead("m1", Names.Persona("d"), Names.Persona("a"), "note"));
                play.Mail.Add(new MailHead("m2", Names.Persona("a"), Names.Persona("d"), "note"));
            }
        };
        Golden.Check("sequential-mail.txt", Transcript.Of(play.Run()));
    }

    [Fact]
    public void Decide_RejectedAndFailedPersonas_TryAgainAfterTheRound()
    {
        var play = new Play(SprintMode.Sequential, ["a", "b", "c"])
        {
            Session = session => session is { Attempt: 1 } && session.Persona == Names.Persona("a")
                ? new SessionSight(SessionState.Failed, "exit 1")
                : new SessionSight(SessionState.Completed),
            Verification = weave => weave.Patches[0].Session == Names.Session("s1-b-1") ? new VerificationVerdict(false, "verify.log", "red", 1) : null,
        };
        Golden.Check("sequential-setbacks.txt", Transcript.Of(play.Run()));
    }
}
