using System.Text.Json;
using Troupe.Testing;

namespace Troupe.Sprints.Tests;

public sealed class SprintReportTests
{
    [Fact]
    public void Reworks_CountWhatIsRedone_NotFailedSessionsThatAreTriedAgain()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b"])
        {
            Session = session => session == Names.Session("s1-a-1")
                ? new SessionSight(Core.SessionState.Failed, "once")
                : new SessionSight(Core.SessionState.Completed),
            Verdict = (_, session) => session == Names.Session("s1-b-1") ? Verdicts.Conflict(session, ["s1-a-2"]) : null,
        };

        var report = SprintReport.Of(play.Run().State, play.Now);

        report.Standings.Select(standing => standing.Run).ShouldBe([2, 2]);
        report.Reworks.ShouldBe(1);
    }

    [Fact]
    public void Serialize_SprintWithEverything_GivesTheGoldenFile()
    {
        var play = new Play(SprintMode.Parallel, ["a", "b", "c", "d"], new SprintLimits { MaxAttempts = 1 })
        {
            Delivery = session => session.Persona == Names.Persona("d") ? null : $"{session}",
            Session = session => new SessionSight(session.Persona == Names.Persona("c") ? Core.SessionState.Failed : Core.SessionState.Completed, $"{session}"),
            Verdict = (_, session) => session == Names.Session("s1-b-1") ? Verdicts.Conflict(session, ["s1-a-1"]) : null,
        };
        play.Run();
        Golden.Check("report.json", JsonSerializer.Serialize(SprintReport.Of(play.State, play.Now), SprintReportJson.Default.SprintReport) + "\n");
    }
}
