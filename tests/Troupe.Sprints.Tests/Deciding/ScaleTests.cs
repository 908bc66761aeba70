using Troupe.Core;

namespace Troupe.Sprints.Tests;

public sealed class ScaleTests
{
    [Fact]
    public void Run_TwoHundredPersonas_AllLandInTwoTicks()
    {
        var play = new Play(SprintMode.Parallel, Enumerable.Range(1, 200).Select(i => $"p{i}")).Run();
        SprintReport.Of(play.State, play.Now).Landed.Count.ShouldBe(200);
        play.State.Ticks.ShouldBe(2);
    }

    [Fact]
    public void Evolve_TenThousandEvents_KeepsAStateOfBoundedSize()
    {
        var play = new Play(SprintMode.Parallel, ["a"]) { Session = _ => new SessionSight(SessionState.Running) };
        play.Run(2);
        for (var i = 0; i < 10_000; i++)
        {
            var state = i % 2 == 0 ? SessionState.AwaitingFeedback : SessionState.Running;
            play.Record(new SessionObserved { Sprint = 1, At = play.Now, Session = Names.Session("s1-a-1"), State = state });
        }

        (play.State.Done.Count, play.State.Intended.Count, play.State.Failures.Count, play.State.Outcomes.Count).ShouldBe((0, 0, 0, 0));
    }
}
