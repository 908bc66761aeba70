using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Shell;

public sealed class UsageTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Theory]
    [InlineData("'troupe' has no command 'sprnt', did you mean 'sprint'?", "troupe --help", "sprnt", "run")]
    [InlineData("'troupe sprint' has no command 'bogus'.", "troupe sprint --help", "sprint", "bogus")]
    [InlineData("'troupe sprint' needs a command: plan, run, resume, status, list, show, abort, fsck, repair, stats.", "troupe sprint --help", "sprint", "--json")]
    [InlineData("'troupe weave plan' has no option '--jsno', did you mean '--json'?", "troupe weave plan --help", "weave", "plan", "--jsno", "x")]
    [InlineData("'troupe weave plan' has no option '--verify': it belongs to 'troupe weave apply'.", "troupe weave plan --help", "weave", "plan", "x", "--verify", "make")]
    [InlineData("'troupe sprint run' has no option '--perosnas', did you mean '--personas'?", "troupe sprint run --help", "sprint", "run", "--perosnas", "x")]
    [InlineData("'extra' is one argument too many for 'troupe doctor'.", "troupe doctor --help", "doctor", "extra")]
    [InlineData("N is a whole number, not 'abc'.", "troupe sprint show --help", "sprint", "show", "abc")]
    [InlineData("--limit takes a whole number, not 'x'.", "troupe mail inbox --help", "mail", "inbox", "-n", "x")]
    [InlineData("--conflict-rate takes a number, not 'much'.", "troupe simulate --help", "simulate", "--conflict-rate", "much")]
    [InlineData("'troupe persona show' needs ID: The persona.", "troupe persona show --help", "persona", "show")]
    public async Task Run_WrongCommandLine_SaysWhatIsWrongAndWhereHelpIs(string message, string help, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var run = await CliRun.InAsync(folder.Path, NoVariables, arguments);
        (run.ExitCode, run.Output).ShouldBe((ExitCodes.InvalidArgument, ""));
        run.Error.ShouldBe($"error: {message}\nTry '{help}'.\n");
    }

    [Fact]
    public async Task Run_NoArguments_ShowsANewcomerWhereToStart()
    {
        using var folder = new TemporaryFolder();
        var run = await CliRun.InAsync(folder.Path, NoVariables);
        (run.ExitCode, run.Error).ShouldBe((ExitCodes.Success, ""));
        run.Output.ShouldContain("See it work:         troupe demo");
        run.Output.ShouldContain("sprint");
    }

    [Theory]
    [InlineData("Run a whole sprint", "sprint")]
    [InlineData("add", "mail", "tag")]
    public async Task Run_GroupOfCommandsAlone_ShowsWhatIsInIt(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var run = await CliRun.InAsync(folder.Path, NoVariables, arguments);
        (run.ExitCode, run.Error).ShouldBe((ExitCodes.Success, ""));
        run.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task Run_WhatFollowsTwoDashes_IsMeantAsItStands()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "weave", "plan", "--", "--jsno");
        run.Error.ShouldNotContain("option");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'-', (byte)'b', 0, 0xE9, 0 }, "The value of -b is not UTF-8")]
    [InlineData(new byte[] { (byte)'-', (byte)'b', 0, 0xEF, 0xBF, 0xBD, 0 }, null)]
    [InlineData(new byte[0], null)]
    public void Find_ArgumentWithTheReplacementCharacter_IsRefusedIfItsBytesAreNoText(byte[] commandLine, string? expected) =>
        (UndecodedArgument.Find(["-b", "\uFFFD"], () => commandLine)?.Split(":")[0]).ShouldBe(expected);

    [Fact]
    public async Task Run_FileThatCannotBeUsed_IsNoDefect()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        var environment = new Dictionary<string, string>(sandbox.Environment) { ["XDG_STATE_HOME"] = "/dev/null" };
        var run = await CliRun.InAsync(sandbox.WorkTree, environment, "weave", "plan", "main");
        run.ExitCode.ShouldBe(ExitCodes.Storage);
        run.Error.ShouldContain("/dev/null");
        run.Error.ShouldNotContain("defect");
    }
}
