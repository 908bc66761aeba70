using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests;

public sealed class SprintStarterTests
{
    [Theory]
    [InlineData("", 3600)]
    [InlineData("timeout = \"2h\"", 7200)]
    [InlineData("timeout = \"5s\"", 5)]
    public async Task PlanAsync_AgentWithATimeoutOfItsOwn_WaitsForTheLongestSession(string timeout, int seconds)
    {
        using var sandbox = await Scene.RepositoryAsync((".team/troupe.toml", Scene.Settings + timeout + "\n"));
        var workplace = await Scene.OpenAsync(sandbox);

        var plan = await new SprintStarter(workplace, new SprintLedger(workplace.SprintLog)).PlanAsync(new SprintWish(), Scene.Token);

        plan.Limits.SessionTimeoutSeconds.ShouldBe(seconds);
        plan.Personas.Select(persona => persona.Value).ShouldBe(["curator", "sentinel"]);
        Directory.Exists(workplace.Home.SprintsFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task PlanAsync_UnknownPersona_IsNotFound()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox);
        var starter = new SprintStarter(workplace, new SprintLedger(workplace.SprintLog));

        var failure = await Should.ThrowAsync<TroupeException>(
            () => starter.PlanAsync(new SprintWish(Personas: [PersonaId.Parse("curater")]), Scene.Token));
        failure.Code.ShouldBe(ErrorCode.NotFound);
        failure.Message.ShouldContain("curator");
    }

    [Fact]
    public async Task BeginAsync_CheckOfTheBaseWithoutItsProgram_BeginsNothing()
    {
        using var sandbox = await Scene.RepositoryAsync(
            (".team/troupe.toml", Scene.Settings + "[[weaver.verify]]\nname = \"test\"\ncommand = \"no-such-make test\"\n"));
        sandbox.Write((".team/troupe.toml", Scene.Settings));
        var workplace = await Scene.OpenAsync(sandbox);
        var ledger = new SprintLedger(workplace.SprintLog);
        var starter = new SprintStarter(workplace, ledger);
        var plan = await starter.PlanAsync(new SprintWish(), Scene.Token);

        var failure = await Should.ThrowAsync<TroupeException>(() => starter.BeginAsync(plan, Scene.Token));

        failure.Code.ShouldBe(ErrorCode.Agent);
        failure.Message.ShouldBe(
            $"{plan.Base.Value[..12]}:.team/troupe.toml:8: 'command' of [[weaver.verify]] 'test' runs 'no-such-make', "
            + "and there is no such program on the PATH. Every tree would be red. Install it, or correct the setting.\nNo sprint was begun.");
        ledger.Latest.ShouldBeNull();
    }

    [Fact]
    public async Task BeginAsync_Plan_PinsTheBaseAndIsInTheLog()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var workplace = await Scene.OpenAsync(sandbox);
        var ledger = new SprintLedger(workplace.SprintLog);
        var starter = new SprintStarter(workplace, ledger);

        await starter.BeginAsync(await starter.PlanAsync(new SprintWish(SprintMode.Parallel), Scene.Token), Scene.Token);

        (await sandbox.GitAsync("rev-parse", "refs/troupe/bases/sprint-1")).ShouldBe(ledger.Latest!.Start.Base.Value);
        ledger.Latest.Mode.ShouldBe(SprintMode.Parallel);
    }
}
