using System.Text.Json;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Weave;

public sealed class WeaveCommandTests
{
    private const string Text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

    [Fact]
    public async Task Plan_FirstInARepository_MakesAStateFolderThatIsClosedToOthers()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        File.WriteAllText(sandbox.Beside("one.diff"), "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-1\n+2\n");
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "plan", sandbox.Beside("one.diff"))).ExitCode.ShouldBe(0);
        var state = Troupe.Core.StateHome.For(sandbox.GitDirectory, sandbox.Environment).Folder;
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(state);
        mode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Plan_ConflictingBranches_SaysWhoLandsAndLeavesTheRepositoryAsItIs()
    {
        using var sandbox = await BranchesAsync();
        var before = GitSandbox.Fingerprint(sandbox.GitDirectory);
        var run = await RunAsync(sandbox, "weave", "plan", "--json", "one", "two", "three");

        run.ExitCode.ShouldBe(1);
        Strings(run.Json.GetProperty("order")).ShouldBe(["one", "three"]);
        var outcomes = run.Json.GetProperty("outcomes");
        outcomes.EnumerateArray().Select(outcome => outcome.GetProperty("outcome").GetString()).ShouldBe(["Landed", "Conflicted", "Landed"]);
        var conflict = outcomes[1].GetProperty("conflicts")[0];
        conflict.GetProperty("kind").GetString().ShouldBe("content");
        conflict.GetProperty("base").GetString().ShouldBe("3\n");
        conflict.GetProperty("ours").GetString().ShouldBe("drei\n");
        conflict.GetProperty("theirs").GetString().ShouldBe("trois\n");
        Strings(conflict.GetProperty("counterparts")).ShouldBe(["one"]);
        run.Json.GetProperty("branch").ValueKind.ShouldBe(JsonValueKind.Null);
        run.Json.GetProperty("base").GetString().ShouldBe(await sandbox.GitAsync("rev-parse", "main"));
        GitSandbox.Fingerprint(sandbox.GitDirectory).ShouldBe(before);
    }

    [Fact]
    public async Task Apply_DryRun_LeavesTheRepositoryAsItIs()
    {
        using var sandbox = await BranchesAsync();
        var before = GitSandbox.Fingerprint(sandbox.GitDirectory);
        (await RunAsync(sandbox, "weave", "apply", "--dry-run", "--verify", "test -e a", "one", "three")).ExitCode.ShouldBe(0);
        GitSandbox.Fingerprint(sandbox.GitDirectory).ShouldBe(before);
    }

    [Fact]
    public async Task Apply_WithoutOnto_MakesABranchAndMovesNoOther()
    {
        using var sandbox = await BranchesAsync();
        var run = await RunAsync(sandbox, "weave", "apply", "--json", "one", "three");

        run.ExitCode.ShouldBe(0);
        var branch = run.Json.GetProperty("branch").GetString()!;
        branch.ShouldStartWith("troupe/weave-");
        (await sandbox.GitAsync("rev-parse", branch + "^{tree}")).ShouldBe(run.Json.GetProperty("tree").GetString());
        (await sandbox.GitAsync("rev-parse", branch + "~2")).ShouldBe(await sandbox.GitAsync("rev-parse", "main"));
        (await sandbox.GitAsync("status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_OntoABranch_MovesIt()
    {
        using var sandbox = await BranchesAsync();
        await sandbox.GitAsync("branch", "integration", "one");
        var run = await RunAsync(sandbox, "weave", "apply", "--onto", "integration", "two", "three");
        run.ExitCode.ShouldBe(1);
        (await sandbox.GitAsync("rev-parse", "integration~1")).ShouldBe(await sandbox.GitAsync("rev-parse", "one"));
    }

    [Fact]
    public async Task Apply_OntoABranchThatIsNotThere_MakesItAtTheBase()
    {
        using var sandbox = await BranchesAsync();
        (await RunAsync(sandbox, "weave", "apply", "--onto", "fresh", "one")).ExitCode.ShouldBe(0);
        (await sandbox.GitAsync("rev-parse", "fresh~1")).ShouldBe(await sandbox.GitAsync("rev-parse", "main"));
    }

    [Fact]
    public async Task Apply_OntoACheckedOutBranch_IsRefused()
    {
        using var sandbox = await BranchesAsync();
        var run = await RunAsync(sandbox, "weave", "apply", "--onto", "main", "one");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("checked out");
    }

    [Fact]
    public async Task Apply_RedVerification_LandsNothing()
    {
        using var sandbox = await BranchesAsync();
        var before = await sandbox.GitAsync("for-each-ref");
        var run = await RunAsync(sandbox, "weave", "apply", "--json", "--verify", "grep -q drei a", "--verify", "echo why; false", "one", "three");

        run.ExitCode.ShouldBe(1);
        run.Json.GetProperty("branch").ValueKind.ShouldBe(JsonValueKind.Null);
        var steps = run.Json.GetProperty("verification").GetProperty("steps");
        run.Json.GetProperty("verified").GetBoolean().ShouldBeFalse();
        run.Json.GetProperty("commit").ValueKind.ShouldBe(JsonValueKind.Null);
        Strings(run.Json.GetProperty("order")).ShouldBe(["one", "three"]);
        run.Json.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetProperty("outcome").GetString()).ShouldBe(["Rejected", "Rejected"]);
        steps[0].GetProperty("passed").GetBoolean().ShouldBeTrue();
        File.ReadAllText(steps[1].GetProperty("log").GetString()!).ShouldContain("why");
        (await sandbox.GitAsync("for-each-ref")).ShouldBe(before);
    }

    [Fact]
    public async Task Explain_AfterAPlan_ShowsTheReport()
    {
        using var sandbox = await BranchesAsync();
        await RunAsync(sandbox, "weave", "plan", "one", "two");
        var run = await RunAsync(sandbox, "weave", "explain", "two");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("# two: does not merge");
        run.Output.ShouldContain("trois");

        var unknown = await RunAsync(sandbox, "weave", "explain", "tow");
        unknown.ExitCode.ShouldBe(3);
        unknown.Error.ShouldContain("did you mean 'two'");
    }

    [Fact]
    public async Task Plan_BareRepositoryAndSubfolder_GiveTheSame()
    {
        using var sandbox = await BranchesAsync();
        sandbox.Write(("folder/file", "x"));
        var plain = await RunAsync(sandbox, "weave", "plan", "--json", "one", "two", "three");
        var bare = await CliRun.InAsync(await sandbox.CloneBareAsync(), sandbox.Environment, "weave", "plan", "--json", "one", "two", "three");
        var below = await CliRun.InAsync(Path.Combine(sandbox.WorkTree, "folder"), sandbox.Environment, "weave", "plan", "--json", "one", "two", "three");
        foreach (var other in new[] { bare, below })
        {
            other.Json.GetProperty("tree").GetString().ShouldBe(plain.Json.GetProperty("tree").GetString());
        }
    }

    [Fact]
    public async Task Plan_FilesAndRanges_AreTaken()
    {
        using var sandbox = await BranchesAsync();
        File.WriteAllText(sandbox.Beside("three.patch"), await sandbox.GitAsync("format-patch", "--stdout", "main..three") + "\n");
        var run = await RunAsync(sandbox, "weave", "plan", "--json", sandbox.Beside("three.patch"), "main..one");
        run.ExitCode.ShouldBe(0);
        Strings(run.Json.GetProperty("order")).ShouldBe([sandbox.Beside("three.patch"), "main..one"]);
    }

    [Theory]
    [InlineData(3, "no commit", "weave", "plan", "--base", "nowhere", "one")]
    [InlineData(3, "no commit", "weave", "plan", "nowhere")]
    [InlineData(3, "no file", "weave", "plan", "missing.patch")]
    [InlineData(2, "no range", "weave", "plan", "main...one")]
    [InlineData(2, "needs PATCH", "weave", "plan")]
    [InlineData(2, "cannot name a branch", "weave", "plan", "--onto", "bad..name", "one")]
    [InlineData(2, "cannot name a branch", "weave", "apply", "--onto", "bad..name", "one")]
    [InlineData(2, "is a folder", "weave", "plan", "./.git")]
    [InlineData(2, "--verify is empty", "weave", "apply", "--verify", " ", "one")]
    public async Task Plan_WrongArguments_SayWhatIsWrong(int code, string words, params string[] arguments)
    {
        using var sandbox = await BranchesAsync();
        var run = await RunAsync(sandbox, arguments);
        run.ExitCode.ShouldBe(code, run.Error);
        run.Error.ShouldContain(words);
    }

    [Fact]
    public async Task Plan_EmptyRepositoryOrNone_SayWhatIsWrong()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var empty = await RunAsync(sandbox, "weave", "plan", "main");
        empty.ExitCode.ShouldBe(3);
        empty.Error.ShouldContain("no commit yet");

        Directory.CreateDirectory(sandbox.Beside("elsewhere"));
        (await CliRun.InAsync(sandbox.Beside("elsewhere"), sandbox.Environment, "weave", "plan", "main")).ExitCode.ShouldBe(4);
    }

    [Theory]
    [InlineData("true", 1, "Held")]
    [InlineData("false", 0, "Landed")]
    public async Task Plan_ChangeOfTheSettings_WaitsForAHumanOnlyWhereTheTipSaysSo(string policy, int code, string outcome)
    {
        using var sandbox = await BranchesAsync();
        await sandbox.CommitAsync("Policy", (".team/troupe.toml", $"[weaver]\npolicy = {policy}\n"));
        await sandbox.GitAsync("checkout", "--quiet", "-b", "coup", "main");
        await sandbox.CommitAsync("Coup", (".team/troupe.toml", "[weaver]\n"));
        await sandbox.GitAsync("checkout", "--quiet", "main");
        var run = await RunAsync(sandbox, "weave", "plan", "--json", "coup", "three");

        run.ExitCode.ShouldBe(code);
        var first = run.Json.GetProperty("outcomes")[0];
        first.GetProperty("outcome").GetString().ShouldBe(outcome);
        Strings(first.GetProperty("paths")).ShouldBe([".team/troupe.toml"]);
        Strings(run.Json.GetProperty("order")).ShouldContain("three");
    }

    internal static async Task<GitSandbox> BranchesAsync()
    {
        var sandbox = await GitSandbox.WithFilesAsync(("a", Text), ("b", Text));
        foreach (var (branch, file, old, @new) in new[] { ("one", "a", "3", "drei"), ("two", "a", "3", "trois"), ("three", "b", "7", "sieben") })
        {
            await sandbox.GitAsync("checkout", "--quiet", "-b", branch, "main");
            await sandbox.CommitAsync($"Speak in {branch}", (file, Text.Replace(old, @new, StringComparison.Ordinal)));
        }

        await sandbox.GitAsync("checkout", "--quiet", "main");
        return sandbox;
    }

    private static Task<CliRun> RunAsync(GitSandbox sandbox, params string[] arguments) => CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, arguments);

    private static IEnumerable<string?> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
