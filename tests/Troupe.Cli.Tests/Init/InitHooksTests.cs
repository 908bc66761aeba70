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
        first.Error.ShouldContain("/hooks there once");
        second.ExitCode.ShouldBe(0, second.Error);
        removed.ExitCode.ShouldBe(0, removed.Error);
        second.Json.GetProperty("hooks").EnumerateArray().Select(hook => hook.GetProperty("change").GetString()).ShouldBe(["kept", "kept"]);
        removed.Json.GetProperty("hooks").EnumerateArray().Select(hook => hook.GetProperty("change").GetString()).ShouldBe(["removed", "removed", "removed", "removed"]);
        removed.Json.GetProperty("written").GetArrayLength().ShouldBe(0);
        files.ShouldAllBe(file => !File.Exists(Path.Combine(sandbox.WorkTree, file)));
        Directory.Exists(Path.Combine(sandbox.WorkTree, ".claude")).ShouldBeFalse();
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
}
