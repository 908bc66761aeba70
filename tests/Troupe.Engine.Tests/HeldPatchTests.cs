using Troupe.Core;

namespace Troupe.Engine.Tests;

/// <summary>In a sprint nothing may change its own judge: such a patch waits, and the lead is told.</summary>
public sealed class HeldPatchTests
{
    [Fact]
    public async Task Sprint_PatchThatChangesTheSettings_IsHeldAndTheLeadIsTold()
    {
        using var scene = await SprintScene.CreateAsync("sly", "honest");
        await scene.RecordAsync("sly", ".team/troupe.toml", "[agent.any]\ncommand = [\"false\"]\n");
        await scene.RecordAsync("honest", "a", "2\n");
        var state = await scene.RunAsync();

        state.Outcomes.Select(outcome => (outcome.Session.Persona.Value, outcome.Outcome)).ShouldBe(
            [("honest", "Landed"), ("sly", "Held")], ignoreOrder: true);
        (await scene.Sandbox.GitAsync("show", "troupe/sprint-1:a")).ShouldBe("2");
        (await scene.Sandbox.GitAsync("show", "troupe/sprint-1:.team/troupe.toml")).ShouldContain("true");
        (await LeadMailAsync(await scene.OpenAsync())).ShouldContain(body => body.Contains("'.team/troupe.toml'", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> LeadMailAsync(Workplace workplace)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var mailboxes = await workplace.PostOffice.FoldAsync(cancellation);
        var bodies = mailboxes.Of(PersonaId.Lead).Unread.Select(entry => workplace.PostOffice.ReadBodyAsync(entry.Message, cancellation));
        return await Task.WhenAll(bodies);
    }
}
