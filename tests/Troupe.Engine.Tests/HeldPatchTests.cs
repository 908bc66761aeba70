using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

/// <summary>In a sprint nothing may change its own judge: such a patch waits, and the lead is told.</summary>
public sealed class HeldPatchTests
{
    private static readonly PersonaId Sly = PersonaId.Parse("sly");
    private static readonly PersonaId Honest = PersonaId.Parse("honest");

    [Fact]
    public async Task Sprint_PatchThatChangesTheSettings_IsHeldAndTheLeadIsTold()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var sandbox = await GitSandbox.WithFilesAsync(
            ("a", "1\n"), (".gitignore", "/.team/mail/\n/.team/sprints/\n"), (".team/troupe.toml", "[agent.any]\ncommand = [\"true\"]\n"),
            (".team/personas/sly/prompt.md", Prompt("sly")), (".team/personas/honest/prompt.md", Prompt("honest")));
        using var agent = new RecordedAgent("any", new RecordedScript { Recordings = await RecordingsAsync(sandbox) }, TimeProvider.System);
        var workplace = await WorkplaceOpening.OpenAsync(
            sandbox.WorkTree, sandbox.Environment, new HostProgram("troupe", [], null), TimeProvider.System, cancellation);
        workplace = workplace with { Agents = new OneAgent(agent) };

        await using var orchestrator = await Orchestrator.TakeAsync(workplace, cancellation);
        var run = await orchestrator.BeginAsync(new SprintWish(SprintMode.Parallel), null, cancellation);
        await run.ToEndAsync(cancellation);

        run.State.Outcomes.Select(outcome => (outcome.Session.Persona.Value, outcome.Outcome)).ShouldBe(
            [("honest", "Landed"), ("sly", "Held")], ignoreOrder: true);
        run.State.Outcomes.Count(outcome => outcome.Session.Persona == Sly).ShouldBe(1);
        (await sandbox.GitAsync("show", "troupe/sprint-1:a")).ShouldBe("2");
        (await sandbox.GitAsync("show", "troupe/sprint-1:.team/troupe.toml")).ShouldContain("true");
        (await LeadMailAsync(workplace, cancellation)).ShouldContain(body => body.Contains("'.team/troupe.toml'", StringComparison.Ordinal));
    }

    private static string Prompt(string id) => $"---\nid: {id}\nemoji: \"x\"\ndescription: Works.\n---\nDo your work.\n";

    private static async Task<Dictionary<(PersonaId Persona, int Attempt), Recording>> RecordingsAsync(GitSandbox sandbox) => new()
    {
        [(Sly, 1)] = await RecordingAsync(sandbox, "sly", (".team/troupe.toml", "[agent.any]\ncommand = [\"false\"]\n")),
        [(Honest, 1)] = await RecordingAsync(sandbox, "honest", ("a", "2\n")),
    };

    private static async Task<Recording> RecordingAsync(GitSandbox sandbox, string branch, (string Path, string? Content) file)
    {
        await sandbox.GitAsync("checkout", "--quiet", "-b", branch, "main");
        var commit = CommitId.Parse(await sandbox.CommitAsync($"Work of {branch}", file));
        await sandbox.GitAsync("checkout", "--quiet", "main");
        return new Recording { Commit = commit };
    }

    private static async Task<IReadOnlyList<string>> LeadMailAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var mailboxes = await workplace.PostOffice.FoldAsync(cancellationToken);
        var bodies = mailboxes.Of(PersonaId.Lead).Unread.Select(entry => workplace.PostOffice.ReadBodyAsync(entry.Message, cancellationToken));
        return await Task.WhenAll(bodies);
    }

    private sealed class OneAgent(IAgent agent) : IAgentDirectory
    {
        public IAgent For(Persona persona) => agent;

        public IAgent Of(SessionId session) => agent;
    }
}
