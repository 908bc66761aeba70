using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests;

public sealed class LeadMailTests
{
    [Fact]
    public void About_FailedSession_NamesItsLogAndHowToTakeItsWorkOver()
    {
        var commit = Names.Commit("work");
        var state = Scene.Running();
        var running = state.Roster.First(persona => persona.Run is not null);
        var failed = running with { Run = running.Run! with { State = SessionState.Failed, Commit = commit, Patch = Names.Patch("work") } };

        var text = LeadMail.About("It failed.", state, failed, report: null, log: "/state/agent.log");

        text.ShouldStartWith("It failed.");
        text.ShouldContain($"`git cherry-pick {commit}` takes it over");
        text.ShouldContain("- all that it printed: `/state/agent.log`");
    }

    [Fact]
    public void About_NoLog_SaysNothingOfOne()
    {
        var state = Scene.Running();
        var running = state.Roster.First(persona => persona.Run is not null);

        LeadMail.About("It failed.", state, running, report: null, log: null).ShouldNotContain("printed");
    }
}
