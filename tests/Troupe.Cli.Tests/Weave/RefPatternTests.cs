using System.Text.Json;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Weave;

/// <summary>Patch arguments that stand for several refs.</summary>
public sealed class RefPatternTests
{
    [Fact]
    public async Task Plan_PatternOfBranches_TakesThemInTheOrderOfGit()
    {
        using var sandbox = await RefsAsync();
        var run = await RunAsync(sandbox, "weave", "plan", "--json", "feature-*", "origin/feature-*");
        Strings(run.Json.GetProperty("order")).ShouldBe(["feature-a", "feature-b", "origin/feature-c"]);
        run.Json.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetProperty("source").GetString()).ShouldBe(["feature-a", "feature-b", "origin/feature-c"]);
    }

    [Fact]
    public async Task Plan_PatternOfFullNames_TakesThem()
    {
        using var sandbox = await RefsAsync();
        var run = await RunAsync(sandbox, "weave", "plan", "--json", "refs/pull/*/head", "feature-[a]");
        run.ExitCode.ShouldBe(0);
        Strings(run.Json.GetProperty("order")).ShouldBe(["pull/7/head", "feature-a"]);
    }

    [Fact]
    public async Task Plan_FileOfThatName_IsTheFile()
    {
        using var sandbox = await RefsAsync();
        File.WriteAllText(Path.Combine(sandbox.WorkTree, "feature-*"), await sandbox.GitAsync("diff", "main", "feature-b") + "\n");
        var run = await RunAsync(sandbox, "weave", "plan", "--json", "feature-*");
        Strings(run.Json.GetProperty("order")).ShouldBe(["feature-*"]);
    }

    [Fact]
    public async Task Plan_PatternAndPlainArgument_KeepsBothAsWritten()
    {
        using var sandbox = await RefsAsync();
        var plan = await RunAsync(sandbox, "weave", "plan", "--json", "feature-*", "origin/feature-c");
        var written = plan.Json.GetProperty("outcomes").EnumerateArray()
            .Select(outcome => (outcome.GetProperty("source").GetString(), outcome.GetProperty("argument").GetString()));
        written.ShouldBe([("feature-a", "feature-*"), ("feature-b", "feature-*"), ("origin/feature-c", "origin/feature-c")]);

        var explained = await RunAsync(sandbox, "weave", "explain", "--json", "feature-b");
        explained.Json.GetProperty("argument").GetString().ShouldBe("feature-*");
    }

    [Theory]
    [InlineData("feature-b")]
    [InlineData("refs/heads/feature-b")]
    public async Task Plan_PatternMatchesTheBranchBuiltOn_LeavesThatOut(string onto)
    {
        using var sandbox = await RefsAsync();
        var run = await RunAsync(sandbox, "weave", "plan", "--json", "--onto", onto, "feature-*");
        Strings(run.Json.GetProperty("order")).ShouldBe(["feature-a"]);
        run.Json.GetProperty("outcomes").GetArrayLength().ShouldBe(1);

        var none = await RunAsync(sandbox, "weave", "plan", "--onto", onto, "feature-[b]");
        none.ExitCode.ShouldBe(3);
        none.Error.ShouldContain("No file and no ref but the branch built on matches");
    }

    [Theory]
    [InlineData("nothing-*", "No file and no ref matches 'nothing-*'")]
    [InlineData("refs/pull/*/merge", "No file and no ref matches")]
    [InlineData("missing-*.patch", "There is no file")]
    public async Task Plan_PatternThatNothingMatches_SaysSo(string pattern, string words)
    {
        using var sandbox = await RefsAsync();
        var run = await RunAsync(sandbox, "weave", "plan", pattern);
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain(words);
    }

    private static async Task<GitSandbox> RefsAsync()
    {
        var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        foreach (var name in new[] { "feature-b", "feature-a", "refs/remotes/origin/feature-c", "refs/pull/7/head", "other" })
        {
            await sandbox.GitAsync("checkout", "--quiet", "--detach", "main");
            var commit = await sandbox.CommitAsync($"Add {name}", (name.Replace('/', '-'), "x\n"));
            await sandbox.GitAsync("update-ref", name.StartsWith("refs/", StringComparison.Ordinal) ? name : $"refs/heads/{name}", commit);
        }

        await sandbox.GitAsync("checkout", "--quiet", "main");
        await sandbox.GitAsync("symbolic-ref", "refs/remotes/origin/feature-HEAD", "refs/remotes/origin/feature-c");
        return sandbox;
    }

    private static Task<CliRun> RunAsync(GitSandbox sandbox, params string[] arguments) => CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, arguments);

    private static IEnumerable<string?> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
