using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests;

/// <summary>The lead answers from another process; the sprint that runs finds the answer in its log.</summary>
public sealed class HeldAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ack_WhileTheSprintRuns_LandsExactlyThatPatch()
    {
        using var scene = await SceneAsync();
        var state = await RunAsync(scene, held => held.AckAsync);

        state.Outcomes.Select(outcome => (outcome.Session.Persona.Value, outcome.Outcome)).ShouldBe(
            [("honest", "Landed"), ("sly", "Landed")], ignoreOrder: true);
        (await scene.Sandbox.GitAsync("show", "troupe/sprint-1:.github/ci.yml")).ShouldBe("on: push");
        state.Held.Single().Answer.ShouldBeOfType<PatchAcked>().ShouldSatisfyAllConditions(
            acked => acked.By.ShouldBe("Ada"), acked => acked.Reason.ShouldBe("because"), acked => acked.Patch.ShouldBe(state.Held[0].Patch));
    }

    [Fact]
    public async Task Reject_WhileTheSprintRuns_TellsThePersonaWhy()
    {
        using var scene = await SceneAsync();
        var state = await RunAsync(scene, held => held.RejectAsync);

        state.Landed.Count.ShouldBe(1);
        (await scene.LetterAsync("Your change did not land: the lead rejected it")).ShouldContain("because");
        state.Personas[PersonaId.Parse("sly")].Runs.ShouldBe(2);
    }

    [Fact]
    public async Task Ack_Again_SaysSoAndRecordsNothing()
    {
        using var scene = await SceneAsync();
        await scene.RunAsync();
        var (answers, ledger) = await OpenAsync(scene);
        var id = HeldChoice.All(ledger).Single().Held.Patch.Value[..12];
        (await scene.LetterAsync("A patch of sly is held in sprint 1")).ShouldContain($"troupe weave ack {id}");
        (await answers.AckAsync(HeldChoice.All(ledger).Single(), "Ada", null, Token)).ShouldBeTrue();
        (await answers.AckAsync(HeldChoice.All(ledger).Single(), "Bob", null, Token)).ShouldBeFalse();
        ledger.Latest!.Held.Single().Answer.ShouldBeOfType<PatchAcked>().By.ShouldBe("Ada");
        ledger.Latest.Ended.ShouldNotBeNull();
    }

    [Fact]
    public async Task Reject_AfterTheSprint_PostsTheLetterOnce()
    {
        using var scene = await SceneAsync();
        await scene.RunAsync();
        var (answers, ledger) = await OpenAsync(scene);
        (await answers.RejectAsync(HeldChoice.All(ledger).Single(), "Ada", "not now", Token)).ShouldBeTrue();
        (await answers.RejectAsync(HeldChoice.All(ledger).Single(), "Ada", "not now", Token)).ShouldBeFalse();
        (await scene.LetterAsync("Your change did not land: the lead rejected it")).ShouldContain("not now");
        var refusal = await Should.ThrowAsync<TroupeException>(() => answers.AckAsync(HeldChoice.All(ledger).Single(), "Ada", null, Token));
        refusal.Code.ShouldBe(ErrorCode.InvalidArgument);
        refusal.Message.ShouldContain("Ada rejected it (not now)");
    }

    [Fact]
    public async Task Find_Names_AreIdsAndSessionsAndNearMissesAreTold()
    {
        using var scene = await SceneAsync();
        var state = await scene.RunAsync();
        var (_, ledger) = await OpenAsync(scene);
        var held = state.Held.Single();
        HeldChoice.Find(ledger, held.Patch.Value).Held.Patch.ShouldBe(held.Patch);
        HeldChoice.Find(ledger, held.Patch.Value[..6]).Held.Patch.ShouldBe(held.Patch);
        HeldChoice.Find(ledger, "s1-sly-1").Held.Patch.ShouldBe(held.Patch);
        Refusal("s1-sly-2").ShouldContain("Did you mean 's1-sly-1'?");
        Refusal(held.Patch.Value[..5]).ShouldContain("'troupe weave held'");
        var landed = state.Outcomes.Single(outcome => outcome.Outcome == "Landed").Patch!.Value.Value[..12];
        Refusal(landed).ShouldContain("of honest is not held: it is Landed");

        string Refusal(string name) => Should.Throw<TroupeException>(() => HeldChoice.Find(ledger, name)).Message;
    }

    private static async Task<SprintScene> SceneAsync()
    {
        var scene = await SprintScene.CreateAsync("sly", "honest");
        await scene.RecordAsync("sly", ".github/ci.yml", "on: push\n");
        await scene.RecordAsync("honest", "a", "2\n");
        return scene;
    }

    private static async Task<(HeldAnswers Answers, SprintLedger Ledger)> OpenAsync(SprintScene scene)
    {
        var workplace = await scene.OpenAsync();
        var ledger = new SprintLedger(workplace.SprintLog);
        await ledger.RefreshAsync(Token);
        return (new HeldAnswers(workplace, ledger), ledger);
    }

    private static async Task<SprintState> RunAsync(
        SprintScene scene, Func<HeldAnswers, Func<HeldChoice, string, string, CancellationToken, Task<bool>>> answer)
    {
        await using var orchestrator = await Orchestrator.TakeAsync(await scene.OpenAsync(), Token);
        var run = await orchestrator.BeginAsync(new SprintWish(SprintMode.Parallel), new Lead(scene, answer), Token);
        await run.ToEndAsync(Token);
        return run.State;
    }

    /// <summary>Answers by a ledger of its own, as another process would, as soon as the patch is held.</summary>
    private sealed class Lead(SprintScene scene, Func<HeldAnswers, Func<HeldChoice, string, string, CancellationToken, Task<bool>>> answer) : ISprintWatcher
    {
        public void Happened(SprintEvent happened, SprintState state)
        {
            if (happened is PatchHeld { Session.Attempt: 1 })
            {
                AnswerAsync().GetAwaiter().GetResult();
            }
        }

        private async Task AnswerAsync()
        {
            var (answers, ledger) = await OpenAsync(scene);
            await answer(answers)(HeldChoice.All(ledger).Single(), "Ada", "because", Token);
        }
    }
}
