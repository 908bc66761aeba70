using Troupe.Cli.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Shell;

public sealed class UsageTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Theory]
    [InlineData("'troupe' has no command 'sprnt', did you mean 'sprint'?", "troupe --help", "sprnt", "run")]
    [InlineData("'troupe sprint' has no command 'bogus'.", "troupe sprint --help", "sprint", "bogus")]
    [InlineData("'troupe sprint' needs a command: plan, run, resume, status, list, show, abort.", "troupe sprint --help", "sprint")]
    [InlineData("'troupe sprint run' has no option '--perosnas', did you mean '--personas'?", "troupe sprint run --help", "sprint", "run", "--perosnas", "x")]
    [InlineData("'extra' is one argument too many for 'troupe doctor'.", "troupe doctor --help", "doctor", "extra")]
    [InlineData("N is a whole number, not 'abc'.", "troupe sprint show --help", "sprint", "show", "abc")]
    [InlineData("--limit takes a whole number, not 'x'.", "troupe mail inbox --help", "mail", "inbox", "-n", "x")]
    [InlineData("--conflict-rate takes a number, not 'much'.", "troupe simulate --help", "simulate", "--conflict-rate", "much")]
    [InlineData("'troupe persona show' needs ID: The persona.", "troupe persona show --help", "persona", "show")]
    [InlineData("'troupe mail tag' needs a command: add, rm, ls.", "troupe mail tag --help", "mail", "tag")]
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
