using System.Text.RegularExpressions;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Weave;

/// <summary><c>weave held|ack|reject|explain</c> on the log of a sprint, and <c>--ack</c> of a stand-alone weave.</summary>
public sealed class HeldCommandTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 11, 9, 6, 0, TimeSpan.Zero);
    private static readonly SessionId Session = SessionId.Parse("s1-sly-1");

    [Fact]
    public async Task Ack_AfterTheSprint_PrintsTheCommandThatLandsTheSamePatch()
    {
        using var sandbox = await SandboxAsync();
        var patch = await HoldAsync(sandbox, ended: true);

        var listed = await RunAsync(sandbox, "weave", "held", "--json");
        listed.Json.GetProperty("held")[0].GetProperty("state").GetString().ShouldBe("waiting");
        (await RunAsync(sandbox, "weave", "explain", patch[..8])).Output.ShouldContain($"troupe weave ack {patch[..12]}");

        var acked = await RunAsync(sandbox, "weave", "ack", patch[..8], "--reason", "fine", "--json");
        acked.ExitCode.ShouldBe(0);
        acked.Json.GetProperty("changed").GetBoolean().ShouldBeTrue();
        acked.Json.GetProperty("held").GetProperty("answer").GetProperty("reason").GetString().ShouldBe("fine");

        var command = acked.Json.GetProperty("next").GetString()!;
        var apply = command[(command.IndexOf("troupe ", StringComparison.Ordinal) + 7)..].Split(' ');
        (await RunAsync(sandbox, apply)).ExitCode.ShouldBe(0);
        (await sandbox.GitAsync("show", "troupe/sprint-1:.github/ci.yml")).ShouldBe("on: push");
        (await RunAsync(sandbox, "weave", "ack", patch, "--json")).Json.GetProperty("changed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Json_OfHeldAndOfAnAnswer_IsAsTheGoldenFilesHaveIt()
    {
        using var sandbox = await SandboxAsync();
        var patch = await HoldAsync(sandbox, ended: false);
        Golden.Check("weave-held.json", Stable((await RunAsync(sandbox, "weave", "held", "--json")).Output));
        Golden.Check("weave-ack.json", Stable((await RunAsync(sandbox, "weave", "ack", patch, "--reason", "fine", "--json")).Output));

        using var other = await SandboxAsync();
        var second = await HoldAsync(other, ended: false);
        Golden.Check("weave-reject.json", Stable((await RunAsync(other, "weave", "reject", second, "--reason", "no", "--json")).Output));
    }

    [Fact]
    public async Task Ack_AfterASprintThatMovedItsTarget_PrintsTheCommandThatLandsThePatchThere()
    {
        using var sandbox = await SandboxAsync();
        await sandbox.GitAsync("branch", "release", "main");
        var patch = await HoldAsync(sandbox, ended: true, target: "release");
        var acked = await RunAsync(sandbox, "weave", "ack", patch, "--json");
        var command = acked.Json.GetProperty("next").GetString()!;
        var apply = command[(command.IndexOf("troupe ", StringComparison.Ordinal) + 7)..].Split(' ');
        (await RunAsync(sandbox, apply)).ExitCode.ShouldBe(0);
        (await sandbox.GitAsync("show", "release:.github/ci.yml")).ShouldBe("on: push");
        (await sandbox.GitAsync("for-each-ref", "refs/heads/troupe")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ack_InASprintThatNobodyRuns_SaysHowItGoesOn()
    {
        using var sandbox = await SandboxAsync();
        var patch = await HoldAsync(sandbox, ended: false);
        var run = await RunAsync(sandbox, "weave", "ack", patch);
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("'troupe sprint resume'");
        (await RunAsync(sandbox, "weave", "reject", patch, "--reason", "no")).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("TROUPE_SESSION", "s1-sly-1")]
    [InlineData("TROUPE_PERSONA", "sly")]
    [InlineData("JULES_PERSONA", "sly")]
    public async Task Ack_InASession_IsRefused(string variable, string value)
    {
        using var sandbox = await SandboxAsync();
        var patch = await HoldAsync(sandbox, ended: false);
        var run = await CliRun.InAsync(
            sandbox.WorkTree, new Dictionary<string, string>(sandbox.Environment) { [variable] = value }, "weave", "ack", patch);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("the lead's alone");
        (await RunAsync(sandbox, "weave", "held")).Output.ShouldContain("waiting");
    }

    [Fact]
    public async Task Reject_WithoutAReasonOrAnUnknownPatch_IsRefused()
    {
        using var sandbox = await SandboxAsync();
        var patch = await HoldAsync(sandbox, ended: false);
        (await RunAsync(sandbox, "weave", "reject", patch)).ExitCode.ShouldBe(2);
        (await RunAsync(sandbox, "weave", "reject", patch, "--reason", " ")).ExitCode.ShouldBe(2);
        var unknown = await RunAsync(sandbox, "weave", "reject", "s1-slyy-1", "--reason", "no");
        unknown.ExitCode.ShouldBe(3);
        unknown.Error.ShouldContain("Did you mean 's1-sly-1'?");
    }

    [Fact]
    public async Task Apply_AckOfAHeldPatch_LandsItAndAStrayAckDoesNothing()
    {
        using var sandbox = await SandboxAsync();
        await sandbox.CommitAsync("Policy", (".team/troupe.toml", "[agent.any]\ncommand = [\"true\"]\n[weaver]\npolicy = true\n"));
        var plan = await RunAsync(sandbox, "weave", "plan", "--json", "sly");
        plan.Json.GetProperty("outcomes")[0].GetProperty("outcome").GetString().ShouldBe("Held");
        var id = plan.Json.GetProperty("outcomes")[0].GetProperty("patch").GetString()!;
        (await RunAsync(sandbox, "weave", "plan", "sly")).Output.ShouldContain($"--ack {id[..12]}");

        (await RunAsync(sandbox, "weave", "apply", "--ack", "0123456789ab", "sly")).ExitCode.ShouldBe(3);
        (await RunAsync(sandbox, "weave", "apply", "--ack", "sly", "sly")).ExitCode.ShouldBe(2);
        (await RunAsync(sandbox, "weave", "apply", "--ack", id[..12], "sly")).ExitCode.ShouldBe(0);
    }

    private static async Task<GitSandbox> SandboxAsync()
    {
        var sandbox = await GitSandbox.WithFilesAsync(
            ("a", "1\n"), (".gitignore", "/.team/mail/\n/.team/sprints/\n"), (".team/troupe.toml", "[agent.any]\ncommand = [\"true\"]\n"),
            (".team/personas/sly/prompt.md", "---\nid: sly\nemoji: \"x\"\ndescription: Works.\n---\nDo your work.\n"));
        await sandbox.GitAsync("checkout", "--quiet", "-b", "sly", "main");
        await sandbox.CommitAsync("Automate", (".github/ci.yml", "on: push\n"));
        await sandbox.GitAsync("checkout", "--quiet", "main");
        return sandbox;
    }

    /// <summary>A sprint in whose first weave the patch was held.</summary>
    /// <param name="target">The branch that it moved at its end; null: none.</param>
    private static async Task<string> HoldAsync(GitSandbox sandbox, bool ended, string? target = null)
    {
        var fork = CommitId.Parse(await sandbox.GitAsync("rev-parse", "main"));
        var commit = CommitId.Parse(await sandbox.GitAsync("rev-parse", "sly"));
        var tree = TreeId.Parse(await sandbox.GitAsync("rev-parse", "main^{tree}"));
        var patch = PatchId.Of(fork, TreeId.Parse(await sandbox.GitAsync("rev-parse", "sly^{tree}")));
        List<SprintEvent> events =
        [
            new SprintStarted
            {
                Sprint = 1, At = At, Mode = SprintMode.Parallel, Reason = "test", Base = fork, BaseTree = tree, Branch = "troupe/sprint-1",
                Target = target ?? "main", Land = target is null ? LandingPlace.Branch : LandingPlace.Target, Personas = [Session.Persona], Limits = new SprintLimits(),
            },
            new TickStarted { Sprint = 1, At = At, Tick = 1 },
            new SessionRequested { Sprint = 1, At = At, Session = Session, Tick = 1, Base = fork, Reason = RunReason.First, Mails = [] },
            new SessionEnded { Sprint = 1, At = At, Session = Session, State = SessionState.Completed },
            new PatchCaptured { Sprint = 1, At = At, Session = Session, Patch = patch, Commit = commit },
            new WeaveStarted { Sprint = 1, At = At, Weave = 1, Tick = 1, Tip = fork, Patches = [new PatchInWeave(Session, patch, commit)], Time = At },
            new PatchHeld { Sprint = 1, At = At, Weave = 1, Session = Session, Patch = patch, Paths = [".github/ci.yml"], Reason = "A human has to agree." },
            new PersonaSkipped { Sprint = 1, At = At, Persona = Session.Persona, Reason = SkipReason.Held, Detail = "A human has to agree." },
        ];
        if (target is not null)
        {
            events.Add(new CommandDone { Sprint = 1, At = At, Command = CommandNames.ForwardTarget, Key = "s1:forward_target" });
        }

        if (ended)
        {
            events.Add(new SprintEnded { Sprint = 1, At = At, Ending = SprintEnding.Completed, Head = fork, Tree = tree });
        }

        var log = new FileEventLog(Path.Combine(sandbox.WorkTree, ".team", "sprints"), TimeProvider.System);
        await log.AppendAsync([.. events.Select(happened => SprintEventRecord.ToRecord(happened, "test"))], Position.Start, TestContext.Current.CancellationToken);
        return patch.Value;
    }

    // What differs from run to run: ids, and the time at which the answer was given.
    private static string Stable(string json) => Regex.Replace(
        Regex.Replace(Regex.Replace(json, "[0-9a-f]{64}", "PATCH"), "[0-9a-f]{40}", "COMMIT"),
        "\"at\":( ?)\"[^\"]*(\\.\\d{3}Z)\"",
        "\"at\":$1\"2026-01-11T09:07:00.000Z\"");

    private static Task<CliRun> RunAsync(GitSandbox sandbox, params string[] arguments) => CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, arguments);
}
