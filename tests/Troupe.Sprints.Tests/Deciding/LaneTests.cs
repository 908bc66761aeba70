using Troupe.Core;

namespace Troupe.Sprints.Tests;

public sealed class LaneTests
{
    [Fact]
    public void RivalsTakeTurnsAndOthersRunAtOnce()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b", "c", "d", "e", "f", "g"])
        {
            Verdict = (weave, session) => (weave.Weave, session.Persona.Value) switch
            {
                (1, "b") => Verdicts.Conflict(session, ["s1-a-1"], ["c", "d"]),
                (1, "c") => Verdicts.Conflict(session, ["s1-a-1"], ["b", "d"]),
                (1, "d") => Verdicts.Conflict(session, ["s1-a-1"], ["b", "c"]),
                (1, "e") => Verdicts.Conflict(session, ["s1-f-1"]),
                _ => null,
            },
        };
        play.Run();
        play.Of<SessionRequested>().Where(e => e.Tick > 1).Select(e => $"{e.Tick}{e.Session.Persona}").ShouldBe(["2b", "2e", "3c", "4d"]);
        play.State.Personas.Values.ShouldAllBe(persona => persona.Charged == 0 && persona.HasLanded);
    }

    [Fact]
    public void Choose_ChainOfRivals_EndsRunTogether()
    {
        var waiting = new[] { Waiting("a", 0, "b"), Waiting("b", 1, "a", "c"), Waiting("c", 2, "b") };
        Lanes.Choose(waiting, []).Select(persona => persona.Id.Value).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void Choose_WhoWaitedLongest_GoesFirst()
    {
        var waiting = new[] { Waiting("a", 0, "b"), Waiting("b", 1, "a") with { } };
        waiting[1] = waiting[1] with { Setback = waiting[1].Setback! with { Tick = 1 } };
        Lanes.Choose(waiting, []).Select(persona => persona.Id.Value).ShouldBe(["b"]);
    }

    private static PersonaProgress Waiting(string id, int rank, params string[] rivals)
    {
        var session = new SessionId(1, PersonaId.Parse(id), 1);
        var conflict = new PatchConflicted
        {
            Sprint = 1, At = DateTimeOffset.UnixEpoch, Weave = 1, Session = session, Patch = Names.Patch(id), Kinds = [], Paths = [], Counterparts = [],
            Rivals = [.. rivals.Select(PersonaId.Parse)], Digest = id, Onto = Names.Tree("tip"),
        };
        return new PersonaProgress
        {
            Id = session.Persona, Rank = rank, Standing = Standing.SetBack,
            Setback = new Setback { Event = conflict, Session = session, LeadsTo = RunReason.Conflict, Tick = 2 },
        };
    }
}
