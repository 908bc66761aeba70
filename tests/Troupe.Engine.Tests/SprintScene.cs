using Troupe.Agents;
using Troupe.Core;
using Troupe.Personas;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

/// <summary>A repository with a team whose sessions hand in recorded commits; everything but the agents is real.</summary>
internal sealed class SprintScene : IDisposable
{
    private readonly Dictionary<(PersonaId Persona, int Attempt), Recording> _recordings = [];
    private RecordedAgent? _agent;

    private SprintScene(GitSandbox sandbox) => Sandbox = sandbox;

    public GitSandbox Sandbox { get; }

    /// <summary>Makes what a persona hands in at its later attempts; null: nothing.</summary>
    public Func<SessionRequest, CancellationToken, Task<CommitId?>>? Rework { get; set; }

    /// <summary>Personas of these names, a file <c>a</c>, and an agent that is never started.</summary>
    public static async Task<SprintScene> CreateAsync(params string[] personas) => new(await GitSandbox.WithFilesAsync(
        [
            ("a", "1\n"), (".gitignore", "/.team/mail/\n/.team/sprints/\n"), (".team/troupe.toml", "[agent.any]\ncommand = [\"true\"]\n"),
            .. personas.Select(id => ($".team/personas/{id}/prompt.md", (string?)$"---\nid: {id}\nemoji: \"x\"\ndescription: Works.\n---\nDo your work.\n")),
        ]));

    /// <summary>What the persona hands in at its first attempt.</summary>
    public Task RecordAsync(string persona, string path, string content) => RecordAsync(persona, (path, content));

    /// <summary>What the persona hands in at its first attempt.</summary>
    public async Task RecordAsync(string persona, params (string Path, string? Content)[] files)
    {
        await Sandbox.GitAsync("checkout", "--quiet", "-b", persona, "main");
        var commit = CommitId.Parse(await Sandbox.CommitAsync($"Work of {persona}", files));
        await Sandbox.GitAsync("checkout", "--quiet", "main");
        _recordings[(PersonaId.Parse(persona), 1)] = new Recording { Commit = commit };
    }

    public async Task<Workplace> OpenAsync()
    {
        _agent ??= new RecordedAgent("any", new RecordedScript { Recordings = _recordings, Rework = Rework }, TimeProvider.System);
        var workplace = await WorkplaceOpening.OpenAsync(
            Sandbox.WorkTree, Sandbox.Environment, new HostProgram("troupe", [], null), TimeProvider.System, TestContext.Current.CancellationToken);
        return workplace with { Agents = new OneAgent(_agent) };
    }

    /// <summary>A whole sprint.</summary>
    public async Task<SprintState> RunAsync(SprintMode mode = SprintMode.Parallel)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var orchestrator = await Orchestrator.TakeAsync(await OpenAsync(), cancellation);
        var run = await orchestrator.BeginAsync(new SprintWish(mode), null, cancellation);
        await run.ToEndAsync(cancellation);
        return run.State;
    }

    /// <summary>The body of the one message with this subject.</summary>
    public async Task<string> LetterAsync(string subject)
    {
        var office = (await OpenAsync()).PostOffice;
        var mailboxes = await office.FoldAsync(TestContext.Current.CancellationToken);
        return await office.ReadBodyAsync(
            mailboxes.Messages.Single(message => message.Subject == subject), TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _agent?.Dispose();
        Sandbox.Dispose();
    }

    private sealed class OneAgent(IAgent agent) : IAgentDirectory
    {
        public IAgent For(Persona persona) => agent;

        public IAgent Of(SessionId session) => agent;
    }
}
