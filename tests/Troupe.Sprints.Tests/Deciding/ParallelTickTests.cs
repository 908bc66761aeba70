using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Sprints.Tests;

public sealed class ParallelTickTests
{
    private static readonly string[] Four = ["a", "b", "c", "d"];

    [Fact]
    public void Decide_NobodyConflicts_TwoTicks()
    {
        var play = new Play(SprintMode.Parallel, Enumerable.Range(1, 23).Select(i => $"p{i}")).Run();
        play.State.Ticks.ShouldBe(2);
        play.State.Weaves.ShouldBe(1);
        SprintReport.Of(play.State, play.Now).Landed.Count.ShouldBe(23);
    }

    [Fact]
    public void Decide_OneConflict_ReportsAndRunsAgainFromTheNewTip()
    {
        var play = new Play(SprintMode.Parallel, Four)
        {
            Verdict = (_, session) => session == Names.Session("s1-c-1") ? Verdicts.Conflict(session, ["s1-a-1"]) : null,
        };
        Golden.Check("parallel-conflict.txt", Transcript.Of(play.Run()));
        play.State.Ticks.ShouldBe(3);
    }

    [Fact]
    public void Decide_FewerPlacesThanPersonas_TheRestStartInTheSameTick()
    {
        var play = new Play(SprintMode.Parallel, Four, new SprintLimits { MaxParallel = 2 }).Run();
        play.Of<SessionRequested>().Select(e => e.Tick).ShouldBe([1, 1, 1, 1]);
        play.State.Ticks.ShouldBe(2);
    }

    [Fact]
    public void Decide_SessionsEndInAnyOrder_WeavesInTheOrderOfTheRequests()
    {
        var late = true;
        var play = new Play(SprintMode.Parallel, Four)
        {
            Session = session => new SessionSight(late && session.Persona == Names.Persona("a") ? SessionState.Running : SessionState.Completed),
        };
        play.Run(5);
        play.Of<WeaveStarted>().ShouldBeEmpty();
        late = false;
        play.Perform(play.Commands.OfType<StartSession>().First() with { Intent = [] });
        play.Run();
        play.Of<WeaveStarted>().Single().Patches.Select(patch => $"{patch.Session.Persona}").ShouldBe(Four);
    }

    [Fact]
    public void Decide_RedTreeOfSeveralPatches_VerifiesThemOneByOneAndOnlyTheCulpritIsCharged()
    {
        var play = new Play(SprintMode.Parallel, Four)
        {
            Verification = weave => weave.Patches.Any(patch => patch.Session == Names.Session("s1-b-1")) ? new VerificationVerdict(false, "verify.log", "red", 1) : null,
        };
        Golden.Check("parallel-red.txt", Transcript.Of(play.Run()));
        play.State.Personas.Values.Sum(persona => persona.Charged).ShouldBe(1);
        play.State.Personas[Names.Persona("b")].HasLanded.ShouldBeTrue();
    }

    [Fact]
    public void Decide_WeaveFailsTwice_FallsBackAndLosesNothing()
    {
        var play = new Play(SprintMode.Parallel, Four) { Failure = command => command is WeavePatches { Patches.Count: > 1 } ? "git is gone" : null };
        play.Run();
        play.State.Mode.ShouldBe(SprintMode.Sequential);
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(Four);
    }

    [Fact]
    public void Decide_MoreThanHalfConflictTwice_FallsBack()
    {
        var play = new Play(SprintMode.Parallel, Four)
        {
            Verdict = (_, session) => session.Attempt <= 2 && session.Persona != Names.Persona("a") ? Verdicts.Conflict(session) : null,
        };
        play.Run();
        play.Of<ModeFellBack>().Single().Reason.ShouldBe("3 of 4 personas conflicted twice.");
        SprintReport.Of(play.State, play.Now).Landed.ShouldBe(Four);
    }
}
