using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Doctor;

public sealed class DoctorTests
{
    private const string Check = "[[weaver.verify]]\nname = \"check\"\ncommand = \"true\"\n";

    [Fact]
    public async Task Doctor_WholeTeam_IsHealthy()
    {
        using var sandbox = await TeamAsync("[agent.shell]\ncommand = \"true\"\n");

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Success, run.Output);
        run.Json.GetProperty("healthy").GetBoolean().ShouldBeTrue();
        Checks(run, "ok").ShouldBe(
            ["git", "repository", "line-endings", "state-folder", "sessions", "team", "ignore-rules", "logs", "settings", "agents", "personas"]);
    }

    [Theory]
    [InlineData("", "agents")]
    [InlineData("[sprnt]\n", "settings")]
    [InlineData("agent.a.command = [\"no-such-program\"]\n", "agents")]
    public async Task Doctor_WrongSettings_AreAProblemWithARemedy(string settings, string check)
    {
        using var sandbox = await TeamAsync(settings);

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        Checks(run, "problem").ShouldBe([check]);
        run.Json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("status").GetString() == "problem")
            .ShouldAllBe(finding => finding.GetProperty("remedy").GetString()!.Length > 10);
    }

    [Fact]
    public async Task Doctor_PersonaThatCannotBeRead_IsAProblem()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");
        await File.WriteAllTextAsync(
            Path.Combine(sandbox.WorkTree, ".team", "personas", "bolt", "prompt.md"), "x", TestContext.Current.CancellationToken);

        Checks(await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json"), "problem").ShouldBe(["personas"]);
    }

    [Fact]
    public async Task Doctor_LogsThatGitWouldCommit_AreAProblem()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");
        File.Delete(Path.Combine(sandbox.WorkTree, ".team", ".gitignore"));

        Checks(await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json"), "problem").ShouldBe(["ignore-rules"]);
    }

    [Fact]
    public async Task Doctor_AutocrlfAndOrphan_AreWarnings()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");
        await sandbox.GitAsync("config", "core.autocrlf", "true");
        var state = Troupe.Core.StateHome.For(sandbox.GitDirectory, sandbox.Environment);
        foreach (var (session, file) in new[] { ("s1-bolt-1", "lock"), ("s1-bolt-2", "exit.json") })
        {
            var folder = Directory.CreateDirectory(Path.Combine(state.SessionsFolder, session)).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, file), "", TestContext.Current.CancellationToken);
            Directory.SetLastWriteTimeUtc(folder, DateTime.UnixEpoch.AddYears(50));
        }

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        Checks(run, "warning").ShouldBe(["line-endings", "sessions"]);
        run.Output.ShouldContain("1 session ended without a word: s1-bolt-1.");
    }

    [Fact]
    public async Task Doctor_DetachedHead_IsAProblemUnlessTheTargetIsNamed()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");
        await sandbox.GitAsync("checkout", "--quiet", "--detach");

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        Checks(run, "problem").ShouldBe(["target"]);
        await sandbox.CommitAsync("named", (".team/troupe.toml", $"agent.a.command = \"true\"\nsprint.target = \"main\"\n{Check}"));
        await sandbox.GitAsync("branch", "--force", "main");
        Checks(await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json"), "problem").ShouldBeEmpty();
    }

    [Fact]
    public async Task Doctor_TargetThatDoesNotExist_IsAProblem()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\nsprint.target = \"mian\"\n");

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json");

        Checks(run, "problem").ShouldBe(["target"]);
        run.Output.ShouldContain("names the branch 'mian', and there is none");
    }

    [Fact]
    public async Task Doctor_LogFolderThatCannotBeWritten_IsAProblem()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");

        // A folder that even root cannot write.
        File.CreateSymbolicLink(Path.Combine(sandbox.WorkTree, ".team", "mail"), "/proc/self");

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json");

        Checks(run, "problem").ShouldContain("writable");
        run.Output.ShouldContain(".team/mail cannot be written");
    }

    [Fact]
    public async Task Doctor_NoCheckAndSettingsThatDiffer_AreWarnings()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");
        await sandbox.CommitAsync("no check", (".team/troupe.toml", "agent.a.command = \"true\"\n"));
        sandbox.Write((".team/troupe.toml", "agent.a.command = [\"true\"]\n"));

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Output.ShouldContain("warning   .team/troupe.toml differs from main: checks are taken from the commit, the rest from the file.");
        run.Output.ShouldContain("warning   there is no [[weaver.verify]], so what lands is not verified");
    }

    [Fact]
    public async Task Doctor_UnfinishedSprint_IsAWarning()
    {
        using var told = await Sprints.ToldSprint.CreateAsync(ended: false);

        var run = await told.RunAsync("doctor");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        run.Output.ShouldContain("warning   sprint 1 has not ended");
        run.Output.ShouldContain("'troupe sprint resume' goes on with it");
    }

    [Fact]
    public async Task Doctor_BareRepository_SaysWhatOtherCommandsSay()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        var bare = sandbox.Beside("bare.git");
        await sandbox.GitAsync("clone", "--quiet", "--bare", sandbox.WorkTree, bare);

        foreach (var command in new[] { "doctor", "init" })
        {
            var run = await CliRun.InAsync(bare, sandbox.Environment, command);
            (run.Output + run.Error).ShouldContain($"'{bare}' is a bare repository, and a team needs one with a checkout");
            (run.Output + run.Error).ShouldNotContain("git init");
        }
    }

    [Theory]
    [InlineData("mail")]
    [InlineData("sprints")]
    public async Task Doctor_LogThatIsAFolder_IsAProblem(string log)
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");
        Directory.CreateDirectory(Path.Combine(sandbox.WorkTree, ".team", log, "events.jsonl"));

        Checks(await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json"), "problem").ShouldBe(["logs"]);
    }

    [Fact]
    public async Task Doctor_MailLogWithAGap_IsAWarning()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\n");
        foreach (var subject in new[] { "one", "two", "three" })
        {
            (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "mail", "send", "--to", "bolt", "-s", subject, "-b", "x")).ExitCode.ShouldBe(0);
        }

        var log = Path.Combine(sandbox.WorkTree, ".team", "mail", "events.jsonl");
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        lines[1] = new string('#', lines[1].Length);
        await File.WriteAllTextAsync(log, string.Join('\n', lines) + "\n", TestContext.Current.CancellationToken);

        Checks(await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json"), "warning").ShouldBe(["logs"]);
    }

    [Fact]
    public async Task Doctor_OutsideARepository_IsAProblemAndNoFailure()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        using var folder = new TemporaryFolder();

        var run = await CliRun.InAsync(folder.Path, sandbox.Environment, "doctor", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        Checks(run, "problem").ShouldBe(["repository"]);
    }

    [Fact]
    public async Task Doctor_TargetThatIsCheckedOut_IsAWarning()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\nsprint.land = \"target\"\n");

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Success);
        Checks(run, "warning").ShouldBe(["target"]);
        run.Output.ShouldContain($"main is checked out in '{sandbox.WorkTree}'");
        await sandbox.GitAsync("branch", "other");
        await sandbox.CommitAsync("free", (".team/troupe.toml", "agent.a.command = \"true\"\nsprint.land = \"target\"\nsprint.target = \"other\"\n"));
        Checks(await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json"), "ok").ShouldContain("target");
    }

    [Fact]
    public async Task Doctor_ProgramsThatAreMissing_AreNamedWithLineAndPersonas()
    {
        using var sandbox = await TeamAsync(
            """
            [sprint]
            agent = "claude"
            [agent.claude]
            command = "claud -p"
            [agent.unused]
            command = ["nobody-has-this"]
            [[weaver.verify]]
            name = "test"
            command = "mak test"
            """);

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Output.ShouldContain("problem   .team/troupe.toml:4: 'command' of [agent.claude] runs 'claud', and there is no such program on the PATH. It is to run bolt, curator, ");
        run.Output.ShouldContain("warning   .team/troupe.toml:6: 'command' of [agent.unused] runs 'nobody-has-this'");
        run.Output.ShouldContain(":.team/troupe.toml:9: 'command' of [[weaver.verify]] 'test' runs 'mak', and there is no such program on the PATH. Every tree would be red.");
    }

    [Fact]
    public async Task Doctor_SeveralAgentsAndNobodyNamesOne_IsAProblem()
    {
        using var sandbox = await TeamAsync("agent.a.command = \"true\"\nagent.b.command = \"true\"\n");

        Checks(await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "doctor", "--json"), "problem").ShouldBe(["agents"]);
    }

    [Fact]
    public async Task Doctor_ManyProblems_SaysEachAdviceOnce()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        using var folder = new TemporaryFolder();

        foreach (var place in new[] { folder.Path, sandbox.WorkTree })
        {
            var told = (await CliRun.InAsync(place, sandbox.Environment, "doctor")).Output;
            foreach (var advice in new[] { "git init", "troupe init", "make the first one" })
            {
                told.Split(advice).Length.ShouldBeLessThanOrEqualTo(2, told);
            }
        }
    }

    private static IEnumerable<string> Checks(CliRun run, string status) => run.Json.GetProperty("findings").EnumerateArray()
        .Where(finding => finding.GetProperty("status").GetString() == status).Select(finding => finding.GetProperty("check").GetString()!);

    private static async Task<GitSandbox> TeamAsync(string settings)
    {
        var sandbox = await GitSandbox.CreateAsync();
        await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init");
        await sandbox.CommitAsync("team", (".team/troupe.toml", $"{settings}\n{Check}"));
        return sandbox;
    }
}
