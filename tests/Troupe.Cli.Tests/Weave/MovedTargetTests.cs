using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Weave;

/// <summary>Somebody else works on the branch that a weave is to move, between the moment it was read and the moment it moves.</summary>
public sealed class MovedTargetTests
{
    private const string Target = "refs/heads/integration";

    [Fact]
    public async Task Apply_TargetGetsACommitMeanwhile_WeavesAgainOnTopOfIt()
    {
        using var sandbox = await WithTargetAsync();
        var theirs = await sandbox.GitAsync("rev-parse", "three");
        var run = await ApplyAsync(sandbox, "--verify", Once(sandbox, $"git -C '{sandbox.WorkTree}' update-ref {Target} {theirs}"), "one");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("integration was moved meanwhile");
        run.Json.GetProperty("base").GetString().ShouldBe(theirs);
        (await sandbox.GitAsync("rev-parse", $"{Target}~1")).ShouldBe(theirs);
        (await sandbox.GitAsync("rev-parse", Target)).ShouldBe(run.Json.GetProperty("commit").GetString());
        (await sandbox.GitAsync("show", $"{Target}:a")).ShouldContain("drei");
        (await sandbox.GitAsync("show", $"{Target}:b")).ShouldContain("sieben");
    }

    [Fact]
    public async Task Apply_TargetGetsACommitThatCollides_LandsNothingAndTellsItsAuthor()
    {
        using var sandbox = await WithTargetAsync();
        var theirs = await sandbox.GitAsync("rev-parse", "two");
        var run = await ApplyAsync(sandbox, "--verify", Once(sandbox, $"git -C '{sandbox.WorkTree}' update-ref {Target} {theirs}"), "one");

        run.ExitCode.ShouldBe(1, run.Error);
        run.Json.GetProperty("outcomes")[0].GetProperty("outcome").GetString().ShouldBe("Conflicted");
        run.Json.GetProperty("branch").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await sandbox.GitAsync("rev-parse", Target)).ShouldBe(theirs);
    }

    [Fact]
    public async Task Apply_TargetMovesDuringEveryWeave_GivesUpAndKeepsWhatCameIn()
    {
        using var sandbox = await WithTargetAsync();
        var run = await ApplyAsync(sandbox, "--verify", $"cd '{sandbox.WorkTree}' && echo >> '{sandbox.Beside("times")}' && {CommitMore}", "one", "three");

        run.ExitCode.ShouldBe(11, run.Error);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("3 times");
        run.Error.ShouldContain("leave out --onto");
        File.ReadAllLines(sandbox.Beside("times")).Length.ShouldBe(3);
        (await sandbox.GitAsync("rev-list", "--count", $"main..{Target}")).ShouldBe("3");
        (await sandbox.GitAsync("diff", "main", Target)).ShouldBeEmpty();
        (await sandbox.GitAsync("fsck", "--strict")).ShouldNotContain("error");

        // It goes on where the message says.
        (await ApplyAsync(sandbox, "one", "three")).ExitCode.ShouldBe(0);
        (await sandbox.GitAsync("rev-list", "--count", $"main..{Target}")).ShouldBe("5");
    }

    [Fact]
    public async Task Apply_TargetMovesInTheVeryMoment_IsComparedByGitItself()
    {
        using var sandbox = await WithTargetAsync();
        var path = sandbox.Environment["PATH"];
        Script.Write(
            sandbox.Beside("bin/git"),
            $"""
            PATH='{path}'
            case " $* " in
            *" update-ref "*) if mkdir '{sandbox.Beside("moved")}' 2>/dev/null; then (cd '{sandbox.WorkTree}' && unset GIT_DIR && {CommitMore}) || exit 99; fi ;;
            esac
            exec git "$@"
            """);
        Dictionary<string, string> environment = new(sandbox.Environment, StringComparer.Ordinal) { ["PATH"] = $"{sandbox.Beside("bin")}:{path}" };
        var run = await CliRun.InAsync(sandbox.WorkTree, environment, "weave", "apply", "--onto", "integration", "one");

        run.ExitCode.ShouldBe(0, run.Error);
        Directory.Exists(sandbox.Beside("moved")).ShouldBeTrue();
        (await sandbox.GitAsync("log", "--format=%s", "--reverse", $"main..{Target}")).ShouldBe("More\nSpeak in one");
    }

    [Fact]
    public async Task Apply_TargetIsMadeMeanwhile_IsBuiltOn()
    {
        using var sandbox = await WeaveCommandTests.BranchesAsync();
        var run = await ApplyAsync(sandbox, "--verify", Once(sandbox, $"git -C '{sandbox.WorkTree}' update-ref {Target} three"), "one");
        run.ExitCode.ShouldBe(0, run.Error);
        (await sandbox.GitAsync("rev-parse", $"{Target}~1")).ShouldBe(await sandbox.GitAsync("rev-parse", "three"));
    }

    [Fact]
    public async Task Apply_TargetIsDeletedMeanwhile_DoesNotBringItBack()
    {
        using var sandbox = await WithTargetAsync();
        var run = await ApplyAsync(sandbox, "--verify", $"git -C '{sandbox.WorkTree}' update-ref -d {Target}", "one");
        run.ExitCode.ShouldBe(11, run.Error);
        run.Error.ShouldContain("deleted");
        (await sandbox.GitAsync("for-each-ref", Target)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_TargetIsCheckedOutMeanwhile_LeavesBranchAndFilesAlone()
    {
        using var sandbox = await WithTargetAsync();
        var run = await ApplyAsync(
            sandbox, "--verify", $"git -C '{sandbox.WorkTree}' checkout -q integration && echo mine > '{sandbox.WorkTree}/a'", "one");

        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldContain("checked out");
        run.Error.ShouldContain("nothing was changed");
        await ShouldStandAsync(sandbox);
    }

    [Fact]
    public async Task Apply_TargetIsCheckedOutWithLocalChanges_LeavesBranchAndFilesAlone()
    {
        using var sandbox = await WithTargetAsync();
        await sandbox.GitAsync("checkout", "--quiet", "integration");
        sandbox.Write(("a", "mine\n"));
        var run = await ApplyAsync(sandbox, "one");

        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldContain("checked out");
        await ShouldStandAsync(sandbox);
    }

    [Fact]
    public async Task Apply_TargetIsBeingRebased_IsRefused()
    {
        using var sandbox = await WithTargetAsync();
        await sandbox.GitAsync("checkout", "--quiet", "integration");
        await sandbox.CommitAsync("Mine", ("a", "mine\n"));
        await sandbox.Git.TryRunAsync(["rebase", "one"], new() { WorkingDirectory = sandbox.WorkTree }, TestContext.Current.CancellationToken);
        var run = await ApplyAsync(sandbox, "three");
        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldContain("being rebased");
    }

    [Fact]
    public async Task Apply_BareRepository_MovesItsBranchUnlessALinkedWorktreeStandsOnIt()
    {
        using var sandbox = await WeaveCommandTests.BranchesAsync();
        var bare = await sandbox.CloneBareAsync();
        (await CliRun.InAsync(bare, sandbox.Environment, "weave", "apply", "--onto", "main", "one")).ExitCode.ShouldBe(0);
        await sandbox.GitInAsync(bare, "worktree", "add", "--quiet", sandbox.Beside("linked"), "main");
        var run = await CliRun.InAsync(bare, sandbox.Environment, "weave", "apply", "--onto", "main", "three");
        run.ExitCode.ShouldBe(2, run.Error);
        run.Error.ShouldContain("linked");
    }

    [Fact]
    public async Task Apply_BranchOfThatNameHasGoneOn_IsNotTakenBack()
    {
        using var sandbox = await WeaveCommandTests.BranchesAsync();

        // What lands gets the time of a tip that is later than now, so that the same weave comes to the same commit.
        Dictionary<string, string> later = new(StringComparer.Ordinal) { ["GIT_COMMITTER_DATE"] = "2090-01-01T00:00:00Z" };
        await sandbox.Git.RunAsync(["commit", "--quiet", "--allow-empty", "-m", "Later"], new() { WorkingDirectory = sandbox.WorkTree, Environment = later }, TestContext.Current.CancellationToken);
        var first = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "--json", "one");
        var branch = "refs/heads/" + first.Json.GetProperty("branch").GetString();
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "one")).ExitCode.ShouldBe(0);
        var onTop = sandbox.CommitTree(CommitId.Parse(await sandbox.GitAsync("rev-parse", branch)), "On top", ("a", "x"));
        await sandbox.GitAsync("update-ref", branch, onTop.Value);

        var again = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "apply", "one");
        again.ExitCode.ShouldBe(11, again.Error);
        (await sandbox.GitAsync("rev-parse", branch)).ShouldBe(onTop.Value);
    }

    private static string CommitMore =>
        $"git update-ref {Target} $(git -c user.name=Test -c user.email=test@example.org commit-tree {Target}^{{tree}} -p {Target} -m More)";

    private static string Once(GitSandbox sandbox, string command) => $"! mkdir '{sandbox.Beside("once")}' 2>/dev/null || {command}";

    private static async Task ShouldStandAsync(GitSandbox sandbox)
    {
        (await sandbox.GitAsync("rev-parse", Target)).ShouldBe(await sandbox.GitAsync("rev-parse", "main"));
        (await sandbox.GitAsync("status", "--porcelain")).ShouldBe("M a");
        File.ReadAllText(Path.Combine(sandbox.WorkTree, "a")).ShouldBe("mine\n");
    }

    private static async Task<GitSandbox> WithTargetAsync()
    {
        var sandbox = await WeaveCommandTests.BranchesAsync();
        await sandbox.GitAsync("branch", "integration", "main");
        return sandbox;
    }

    private static Task<CliRun> ApplyAsync(GitSandbox sandbox, params string[] arguments) =>
        CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, ["weave", "apply", "--json", "--onto", "integration", .. arguments]);
}
