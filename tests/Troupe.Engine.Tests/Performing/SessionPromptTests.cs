using Troupe.Core;
using Troupe.Personas;
using Troupe.Sprints;

namespace Troupe.Engine.Tests;

public sealed class SessionPromptTests
{
    [Fact]
    public async Task Context_FirstRun_TellsOfTheSprintAndOfNoSetback()
    {
        var context = await ContextAsync(Scene.Running(), RunReason.First);

        context.Sprint.ShouldBe(7);
        context.Mode.ShouldBe("parallel");
        context.Attempt.ShouldBe(2);
        context.MaxAttempts.ShouldBe(3);
        context.Base.ShouldBe(Names.Commit("base"));
        context.Report.ShouldBeNull();
        context.Others.ShouldBeEmpty();
    }

    [Fact]
    public async Task Context_SomebodyElseRuns_NamesThem()
    {
        var request = (SessionRequested)Samples.Of("session_requested") with { Session = SessionId.Parse("s7-sentinel-1") };
        var state = SprintEvolution.Evolve(Scene.Running(), request);

        (await ContextAsync(state, RunReason.First)).Others.ShouldHaveSingleItem().Id.ShouldBe(PersonaId.Parse("sentinel"));
    }

    [Fact]
    public async Task Context_AfterAFailure_SaysHowTheLastSessionEnded()
    {
        var state = SprintEvolution.Evolve(Scene.Running(), Samples.Of("session_ended"));
        var captured = (PatchCaptured)Samples.Of("patch_captured") with { Patch = null, Commit = null, Unrecorded = null };
        state = SprintEvolution.Evolve(state, captured);

        (await ContextAsync(state, RunReason.Failure)).Report.ShouldBe("exit code 3");
        (await ContextAsync(state, RunReason.Mail)).Report.ShouldBeNull();
    }

    [Fact]
    public async Task Context_WithADossier_ShowsIt()
    {
        var dossier = new Dossier { Session = "s7-curator-1", Patch = "p", Text = "Both sides.", Files = [] };
        (await ContextAsync(Scene.Running(), RunReason.Conflict, dossier)).Report.ShouldBe("Both sides.");
    }

    private static async Task<PromptContext> ContextAsync(SprintState state, RunReason reason, Dossier? dossier = null)
    {
        using var sandbox = await Scene.RepositoryAsync();
        var command = new StartSession
        {
            Key = "start",
            Session = SessionId.Parse("s7-curator-2"),
            Base = Names.Commit("base"),
            Reason = reason,
            Mails = [],
            Timeout = TimeSpan.FromMinutes(1),
        };
        return SessionPrompt.Context(await Scene.OpenAsync(sandbox), state, command, [], dossier);
    }
}
