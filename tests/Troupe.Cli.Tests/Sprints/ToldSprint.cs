using System.Text.RegularExpressions;
using Troupe.Agents;
using Troupe.Core;
using Troupe.Engine;
using Troupe.EventLog;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Sprints;

/// <summary>
/// A team whose sprint log tells of one sprint: bolt lands, sapper conflicts with it and lands at its second attempt, curator has
/// nothing to change, scribe's session fails, sentinel's patch is held. No session was ever started.
/// </summary>
internal sealed class ToldSprint : IDisposable
{
    private static readonly DateTimeOffset Begin = GitSandbox.Time;
    private static readonly string[] Cast = ["bolt", "curator", "sapper", "scribe", "sentinel"];
    private readonly List<SprintEvent> _events = [];

    private ToldSprint(GitSandbox sandbox) => Sandbox = sandbox;

    public GitSandbox Sandbox { get; }

    public string Branch => "troupe/sprint-1";

    /// <param name="ended">Whether the sprint is over.</param>
    /// <param name="targetFailure">Why the target was not moved, where it was to be.</param>
    public static async Task<ToldSprint> CreateAsync(bool ended = true, string? targetFailure = null, string settings = "")
    {
        var told = new ToldSprint(await GitSandbox.CreateAsync());
        await told.RunAsync("init");
        var root = await told.Sandbox.CommitAsync("Start", (".team/troupe.toml", $"agent.script.command = \"true\"\n{settings}"), ("src/x.cs", "1\n"));
        await told.TellAsync(root, ended, targetFailure);
        return told;
    }

    public Task<CliRun> RunAsync(params string[] arguments) => CliRun.InAsync(Sandbox.WorkTree, Sandbox.Environment, arguments);

    /// <summary>What another process that runs sprints here would hold.</summary>
    public async Task<Orchestrator> HoldAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var workplace = await WorkplaceOpening.OpenAsync(
            Sandbox.WorkTree, Sandbox.Environment, new HostProgram("troupe", [], null), TimeProvider.System, cancellation);
        return await Orchestrator.TakeAsync(workplace, cancellation);
    }

    /// <summary>The output without what differs from machine to machine.</summary>
    public string Stable(string output) => Regex.Replace(output, "repo-[0-9a-f]{12}", "repo-HASH")
        .Replace(Sandbox.Beside("state"), "STATE", StringComparison.Ordinal)
        .Replace(Sandbox.WorkTree, "REPO", StringComparison.Ordinal);

    public void Dispose() => Sandbox.Dispose();

    private async Task TellAsync(string root, bool ended, string? targetFailure)
    {
        await Sandbox.GitAsync("checkout", "--quiet", "-b", Branch);
        var bolt = CommitId.Parse(await Sandbox.CommitAsync("Read the table once", ("src/x.cs", "2\n")));
        var sapper = CommitId.Parse(await Sandbox.CommitAsync("Remove what nobody calls", ("src/x.cs", "3\n")));
        await Sandbox.GitAsync("checkout", "--quiet", "main");
        var tree = TreeId.Parse(await Sandbox.GitAsync("rev-parse", $"{Branch}^{{tree}}"));
        Add(new SprintStarted
        {
            Sprint = 1, At = Begin, Mode = SprintMode.Parallel, Reason = "asked for on the command line", Base = CommitId.Parse(root),
            BaseReason = "main, the target", BaseTree = TreeId.Parse(await Sandbox.GitAsync("rev-parse", "main^{tree}")), Branch = Branch,
            Target = "main", Land = targetFailure is null ? LandingPlace.Branch : LandingPlace.Target,
            Personas = [.. Cast.Select(PersonaId.Parse)], Limits = new SprintLimits { MaxAttempts = 1 },
        });
        FirstTick(root, bolt, tree);
        SecondTick(bolt, sapper, tree);
        if (targetFailure is not null)
        {
            Add(new CommandFailed { Sprint = 1, At = At(57), Command = CommandNames.ForwardTarget, Key = "s1:forward_target", Error = targetFailure });
        }

        if (ended)
        {
            Add(new SprintEnded { Sprint = 1, At = At(61), Ending = SprintEnding.Completed, Head = sapper, Tree = tree });
        }

        var home = TeamHome.Find(Sandbox.WorkTree, Sandbox.Environment);
        await new SprintLedger(new FileEventLog(home.SprintsFolder, TimeProvider.System)).AppendAsync(_events, TestContext.Current.CancellationToken);
        var log = Path.Combine(StateHome.For(Sandbox.GitDirectory, Sandbox.Environment).SessionsFolder, "s1-scribe-1", "agent.log");
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        await File.WriteAllTextAsync(log, "the model is down\n", TestContext.Current.CancellationToken);
    }

    private void FirstTick(string root, CommitId bolt, TreeId tree)
    {
        Add(new TickStarted { Sprint = 1, At = Begin, Tick = 1 });
        foreach (var persona in Cast)
        {
            Request(Session(persona, 1), root, RunReason.First, tick: 1);
        }

        End("bolt", SessionState.Completed, patch: "bolt");
        End("sapper", SessionState.Completed, patch: "sapper");
        End("sentinel", SessionState.Completed, patch: "sentinel");
        End("curator", SessionState.Completed);
        End("scribe", SessionState.Failed, patch: "scribe", detail: "the agent ended with exit code 3; its last lines:\nasking the model\nthe model is down");
        Add(new TickEnded { Sprint = 1, At = At(30), Tick = 1 });
        Add(new TickStarted { Sprint = 1, At = At(30), Tick = 2 });
        Weave(1, root, tick: 2, "bolt", "sapper", "sentinel");
        Add(new PatchLanded { Sprint = 1, At = At(31), Weave = 1, Session = Session("bolt", 1), Patch = Patch("bolt"), Commit = bolt });
        Add(new PatchConflicted
        {
            Sprint = 1, At = At(31), Weave = 1, Session = Session("sapper", 1), Patch = Patch("sapper"), Kinds = ["content"], Paths = ["src/x.cs"],
            Counterparts = [new CounterpartPatch(PersonaId.Parse("bolt"), Patch("bolt"))], Rivals = [], Digest = "d1", Onto = tree,
        });
        Add(new PatchHeld
        {
            Sprint = 1, At = At(31), Weave = 1, Session = Session("sentinel", 1), Patch = Patch("sentinel"), Paths = [".github/workflows/ci.yml"],
            Reason = "It touches .github/workflows/ci.yml, which a human has to agree to.",
        });
        Add(new LandingPublished { Sprint = 1, At = At(31), Weave = 1, Commit = bolt, Tree = tree, Branch = Branch });
    }

    private void SecondTick(CommitId bolt, CommitId sapper, TreeId tree)
    {
        Add(new MailPosted { Sprint = 1, At = At(32), Key = "report:sapper", To = PersonaId.Parse("sapper"), Message = "m1", Session = Session("sapper", 1) });
        Skip("scribe", SkipReason.Attempts, "1 of 1 attempts failed by its own fault.");
        Skip("sentinel", SkipReason.Held, "It touches .github/workflows/ci.yml, which a human has to agree to.");
        Add(new ReworkRequested { Sprint = 1, At = At(32), Persona = PersonaId.Parse("sapper"), Reason = RunReason.Conflict, Mails = [] });
        Request(Session("sapper", 2), bolt.Value, RunReason.Conflict, tick: 2);
        End("sapper", SessionState.Completed, patch: "sapper again", attempt: 2);
        Add(new TickEnded { Sprint = 1, At = At(50), Tick = 2 });
        Add(new TickStarted { Sprint = 1, At = At(50), Tick = 3 });
        Weave(2, bolt.Value, tick: 3, "sapper again");
        Add(new PatchLanded { Sprint = 1, At = At(51), Weave = 2, Session = Session("sapper", 2), Patch = Patch("sapper again"), Commit = sapper });
        Add(new LandingPublished { Sprint = 1, At = At(51), Weave = 2, Commit = sapper, Tree = tree, Branch = Branch });
        Add(new TickEnded { Sprint = 1, At = At(56), Tick = 3 });
    }

    private void Skip(string persona, SkipReason reason, string detail)
    {
        Add(new PersonaSkipped { Sprint = 1, At = At(32), Persona = PersonaId.Parse(persona), Reason = reason, Detail = detail });
        Add(new HumanNotified { Sprint = 1, At = At(32), Key = $"skipped:{persona}", Persona = PersonaId.Parse(persona), Message = "m2" });
    }

    private void Request(SessionId session, string commit, RunReason reason, int tick)
    {
        Add(new SessionRequested { Sprint = 1, At = At(tick), Session = session, Tick = tick, Base = CommitId.Parse(commit), Reason = reason, Mails = [] });
        Add(new SessionStarted { Sprint = 1, At = At(tick), Session = session });
    }

    private void End(string persona, SessionState state, string? patch = null, string? detail = null, int attempt = 1)
    {
        var session = Session(persona, attempt);
        Add(new SessionEnded { Sprint = 1, At = At(20 * attempt), Session = session, State = state, Detail = detail });
        Add(new PatchCaptured
        {
            Sprint = 1, At = At(20 * attempt), Session = session, Patch = patch is null ? null : Patch(patch),
            Commit = patch is null ? null : Commit(patch),
        });
    }

    private void Weave(int number, string tip, int tick, params string[] patches) => Add(new WeaveStarted
    {
        Sprint = 1, At = At(30), Weave = number, Tick = tick, Tip = CommitId.Parse(tip), Time = At(30),
        Patches = [.. patches.Select(patch => new PatchInWeave(
            Session(patch.Split(' ')[0], patch.Contains(' ', StringComparison.Ordinal) ? 2 : 1), Patch(patch), Commit(patch)))],
    });

    private void Add(SprintEvent happened) => _events.Add(happened);

    private static DateTimeOffset At(int second) => Begin.AddSeconds(second);

    private static SessionId Session(string persona, int attempt) => new(1, PersonaId.Parse(persona), attempt);

    private static PatchId Patch(string word) => PatchId.Parse(Hex(word));

    private static CommitId Commit(string word) => CommitId.Parse(Hex(word)[..40]);

    private static string Hex(string word) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(word)));
}
