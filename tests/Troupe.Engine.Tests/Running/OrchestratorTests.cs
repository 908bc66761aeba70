using Troupe.Core;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

/// <summary>A sprint that goes on is looked at like one that begins: whoever still has to start must be able to.</summary>
public sealed class OrchestratorTests
{
    private static readonly SprintStarted Start =
        ((SprintStarted)Samples.Of("sprint_started")) with { Personas = [PersonaId.Parse("curator"), PersonaId.Parse("sentinel")] };

    [Fact]
    public async Task Resume_ProgramOfSomebodyWhoHasToStartIsMissing_StopsBeforeAnythingHappens()
    {
        using var sandbox = await Scene.RepositoryAsync();

        var failure = await Should.ThrowAsync<TroupeException>(() => ResumeAsync(sandbox, "sentinel", Pause));

        failure.Code.ShouldBe(ErrorCode.Agent);
        failure.Message.ShouldBe("A program is missing.\nThe sprint was not resumed.");
        var ledger = new SprintLedger((await Scene.OpenAsync(sandbox)).SprintLog);
        (await ledger.RefreshAsync(Scene.Token)).Select(SprintEventKinds.Of).ShouldBe(["sprint_started", "sprint_paused"]);
    }

    [Fact]
    public async Task Resume_ProgramOfSomebodyWhoseWorkIsDoneIsMissing_GoesOn()
    {
        using var sandbox = await Scene.RepositoryAsync();

        (await ResumeAsync(sandbox, "curator", Skip("curator"), Pause)).Paused.ShouldBeNull();
    }

    [Fact]
    public async Task Resume_SprintThatIsAborted_NeedsNoProgram()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var abort = new CommandIntended { Sprint = Start.Sprint, At = Start.At, Command = CommandNames.Abort, Key = "abort:0" };

        (await ResumeAsync(sandbox, "sentinel", abort)).IsAborting.ShouldBeTrue();
    }

    private static SprintPaused Pause => new() { Sprint = Start.Sprint, At = Start.At, Reason = "A rest." };

    private static PersonaSkipped Skip(string persona) => new()
    {
        Sprint = Start.Sprint, At = Start.At, Persona = PersonaId.Parse(persona), Reason = SkipReason.Lead, Detail = "Not now.",
    };

    private static async Task<SprintState> ResumeAsync(GitSandbox sandbox, string programless, params SprintEvent[] events)
    {
        var workplace = await Scene.OpenAsync(sandbox) with { Agents = new StubbornAgent { Programless = [programless] } };
        await new SprintLedger(workplace.SprintLog).AppendAsync([Start, .. events], Scene.Token);
        await using var orchestrator = await Orchestrator.TakeAsync(workplace, Scene.Token);
        return (await orchestrator.ResumeAsync(null, Scene.Token)).State;
    }
}
