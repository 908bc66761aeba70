using Troupe.Testing;

namespace Troupe.Cli.Tests.Weave;

/// <summary>What <c>weave explain</c> says of a plan, of what landed, and of a tree that did not pass.</summary>
public sealed class WeaveExplainTests
{
    [Theory]
    [InlineData("# one: would land", "would land", "plan", "one", "two")]
    [InlineData("# one: would land", "would land", "apply", "--dry-run", "one", "two")]
    [InlineData("# one: landed", "landed", "apply", "one", "two")]
    [InlineData("# one: fits, but the tree is red (did not land)", "rejected", "apply", "--verify", "false", "one", "two")]
    public async Task Explain_PatchThatFits_SaysWhetherItLanded(string headline, string row, params string[] arguments)
    {
        using var sandbox = await WeaveCommandTests.BranchesAsync();
        var woven = await RunAsync(sandbox, ["weave", .. arguments]);
        woven.Output.ShouldStartWith($"{row} ");
        var run = await RunAsync(sandbox, "weave", "explain", "one");
        run.Output.ShouldStartWith(headline + "\n");
    }

    [Fact]
    public async Task Explain_ConflictInAPlan_NamesNoCommitThatNobodyHas()
    {
        using var sandbox = await WeaveCommandTests.BranchesAsync();
        await RunAsync(sandbox, "weave", "plan", "one", "two");
        (await RunAsync(sandbox, "weave", "explain", "two")).Output.ShouldContain("Start again from what has landed");

        await RunAsync(sandbox, "weave", "apply", "--onto", "woven", "one", "two");
        var head = await sandbox.GitAsync("rev-parse", "woven");
        (await RunAsync(sandbox, "weave", "explain", "two")).Output.ShouldContain($"Start again from `{head}`");
    }

    [Fact]
    public async Task Explain_WithoutAPatch_ShowsAll()
    {
        using var sandbox = await WeaveCommandTests.BranchesAsync();
        await RunAsync(sandbox, "weave", "plan", "one", "two");
        var run = await RunAsync(sandbox, "weave", "explain");
        run.Output.ShouldStartWith("# one: would land");
        run.Output.ShouldContain("\n\n# two: does not merge");
    }

    [Fact]
    public async Task Explain_Json_IsTheOutcomeOfThePlan()
    {
        using var sandbox = await WeaveCommandTests.BranchesAsync();
        var plan = await RunAsync(sandbox, "weave", "plan", "--json", "one", "two");
        var one = await RunAsync(sandbox, "weave", "explain", "--json", "two");
        var all = await RunAsync(sandbox, "weave", "explain", "--json");

        Golden.Check("weave-explain.json", one.Output);
        var outcomes = plan.Json.GetProperty("outcomes").GetRawText();
        all.Json.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        all.Json.GetProperty("outcomes").GetRawText().ShouldBe(outcomes);
        outcomes.ShouldContain(one.Output.Trim()["{\"schemaVersion\":1,".Length..]);
    }

    private static Task<CliRun> RunAsync(GitSandbox sandbox, params string[] arguments) => CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, arguments);
}
