using Troupe.Testing;

namespace Troupe.Cli.Tests.Init;

public sealed class InitHooksTests
{
    [Fact]
    public async Task Init_WithHooks_WritesThemAndRemoveTakesThemOut()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "a"));
        string[] files = [".claude/settings.json", ".codex/hooks.json", ".gemini/settings.json", ".git/hooks/pre-commit"];

        var first = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "claude", "codex", "gemini", "git");
        var second = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "claude", "git", "--json");
        files.ShouldAllBe(file => File.Exists(Path.Combine(sandbox.WorkTree, file)), first.Error);
        new FileInfo(Path.Combine(sandbox.WorkTree, files[3])).UnixFileMode.HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        var removed = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--remove-hooks", "claude", "codex", "gemini", "git", "--json");

        first.ExitCode.ShouldBe(0, first.Error);
        first.Error.ShouldContain("Claude Code runs the hooks of a folder that you trust");
        first.Error.ShouldContain("/hooks there once");
        removed.Error.ShouldBeEmpty();
        second.ExitCode.ShouldBe(0, second.Error);
        removed.ExitCode.ShouldBe(0, removed.Error);
        second.Json.GetProperty("hooks").EnumerateArray().Select(hook => hook.GetProperty("change").GetString()).ShouldBe(["kept", "kept"]);
        removed.Json.GetProperty("hooks").EnumerateArray().Select(hook => hook.GetProperty("change").GetString()).ShouldBe(["removed", "removed", "removed", "removed"]);
        removed.Json.GetProperty("written").GetArrayLength().ShouldBe(0);
        files.ShouldAllBe(file => !File.Exists(Path.Combine(sandbox.WorkTree, file)));
        Directory.Exists(Path.Combine(sandbox.WorkTree, ".claude")).ShouldBeFalse();
    }

    [Fact]
    public async Task Init_AHookOfTheUsersThatGitIgnores_IsRefusedWithWhatToDo()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "a"));
        var hook = await HookAsync(sandbox, "#!/bin/sh\nmake lint\n");

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "git");

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain($"'{hook}' is not executable, so git ignores it, and was not changed: make it executable ('chmod +x') if what it does is wanted, or move it away");
        (await File.ReadAllTextAsync(hook, TestContext.Current.CancellationToken)).ShouldBe("#!/bin/sh\nmake lint\n");
        new FileInfo(hook).UnixFileMode.HasFlag(UnixFileMode.UserExecute).ShouldBeFalse();
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--remove-hooks", "git")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Init_OurOwnHookThatGitIgnores_BecomesExecutable()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "a"));
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "git")).ExitCode.ShouldBe(0);
        var hook = Path.Combine(sandbox.GitDirectory, "hooks", "pre-commit");
        var text = await File.ReadAllTextAsync(hook, TestContext.Current.CancellationToken);
        File.Delete(hook);
        await HookAsync(sandbox, text);

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "git", "--json");

        run.Json.GetProperty("hooks")[0].GetProperty("change").GetString().ShouldBe("written");
        new FileInfo(hook).UnixFileMode.HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Fact]
    public async Task Init_DraftsOfAProgramThatWasKilled_AreSweptAndThoseOfOthersStay()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "a"));
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.WorkTree, ".claude")).FullName;
        foreach (var name in new[] { "settings.json.2147483646.new", $"settings.json.{Environment.ProcessId}.new", "settings.json.mine.new", "other.json.2147483646.new" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "{}", TestContext.Current.CancellationToken);
        }

        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "claude")).ExitCode.ShouldBe(0);

        Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["other.json.2147483646.new", "settings.json", "settings.json.mine.new"]);
    }

    [Fact]
    public async Task Init_AFolderOfHooksElsewhere_IsUsed()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "a"));
        await File.AppendAllTextAsync(Path.Combine(sandbox.WorkTree, ".git", "config"), "[core]\n\thooksPath = .husky\n", TestContext.Current.CancellationToken);

        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "git")).ExitCode.ShouldBe(0);

        File.Exists(Path.Combine(sandbox.WorkTree, ".husky", "pre-commit")).ShouldBeTrue();
    }

    [Fact]
    public async Task Init_HooksOfAnUnknownAgent_AreRefusedWithASuggestion()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "a"));

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--hooks", "claud");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("did you mean 'claude'?");
    }

    /// <summary>A hook that its owner has not made executable.</summary>
    private static async Task<string> HookAsync(GitSandbox sandbox, string text)
    {
        var hook = Path.Combine(Directory.CreateDirectory(Path.Combine(sandbox.GitDirectory, "hooks")).FullName, "pre-commit");
        await File.WriteAllTextAsync(hook, text, TestContext.Current.CancellationToken);
        return hook;
    }
}
