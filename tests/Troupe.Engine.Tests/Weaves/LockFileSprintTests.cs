using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests.Weaves;

/// <summary>A lock file that two personas change is made anew by the command of the tip, before the tree is verified.</summary>
public sealed class LockFileSprintTests
{
    private const string Branch = "troupe/sprint-1";

    [Fact]
    public async Task Sprint_TwoPersonasThatChangeALockFile_LandsWhatTheCommandMakesOfBoth()
    {
        using var scene = await LockedAsync("cat deps/* > lock");

        var state = await scene.RunAsync();

        state.Conflicts.ShouldBeEmpty();
        (await scene.Sandbox.GitAsync("show", $"{Branch}:lock")).ShouldBe("one\ntwo");
        (await scene.Sandbox.GitAsync("log", "--format=%s", "-1", Branch)).ShouldBe("Regenerate lock");
    }

    [Fact]
    public async Task Sprint_Verification_SeesTheLockFileThatLands()
    {
        using var scene = await LockedAsync("cat deps/* > lock", "[[weaver.verify]]\nname = \"lock\"\ncommand = \"cat deps/* | cmp - lock\"\n");

        var state = await scene.RunAsync();

        state.Fallback.ShouldBeNull();
        (await scene.Sandbox.GitAsync("show", $"{Branch}:lock")).ShouldBe("one\ntwo");
    }

    [Fact]
    public async Task Sprint_CommandThatFails_IsAConflictWhoseReportSaysWhy()
    {
        using var scene = await LockedAsync("exit 9");

        var state = await scene.RunAsync();

        var conflict = state.Conflicts.ShouldHaveSingleItem();
        conflict.Paths.ShouldBe(["lock"]);
        (await scene.LetterAsync("Your change conflicts in lock")).ShouldContain("ended with exit code 9");
    }

    [Fact]
    public async Task Sprint_PatchThatNamesACommand_IsNotObeyed()
    {
        using var scene = await SprintScene.CreateAsync("first", "second");
        await scene.Sandbox.CommitAsync("Lock", ("lock", "0\n"), ("deps/zero", "\n"));
        await scene.RecordAsync("first", ("deps/one", "one\n"), ("lock", "one\n"), (".team/troupe.toml", Rule("echo evil > lock")));
        await scene.RecordAsync("second", ("deps/two", "two\n"), ("lock", "two\n"));

        var state = await scene.RunAsync();

        (await scene.Sandbox.GitAsync("show", $"{Branch}:lock")).ShouldBe("two");
    }

    private static async Task<SprintScene> LockedAsync(string command, string further = "")
    {
        var scene = await SprintScene.CreateAsync("first", "second");
        await scene.Sandbox.CommitAsync("Lock", ("lock", "0\n"), ("deps/zero", ""), (".team/troupe.toml", Rule(command) + further));
        await scene.RecordAsync("first", ("deps/one", "one\n"), ("lock", "one\n"));
        await scene.RecordAsync("second", ("deps/two", "two\n"), ("lock", "two\n"));
        return scene;
    }

    private static string Rule(string command) =>
        $"[agent.any]\ncommand = [\"true\"]\n\n[[weaver.regenerate]]\npaths = [\"lock\"]\ninputs = [\"deps/*\"]\ncommand = \"{command}\"\n\n";
}
