using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Replay;

public sealed class ReplayCommandTests
{
    [Fact]
    public async Task Replay_YoungRepository_SaysWhatWasLookedForAndExitsWithThree()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        await sandbox.CommitAsync("Change a (#7)", ("a", "2\n"));

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "replay", ".", "--json");

        run.ExitCode.ShouldBe(ExitCodes.NotFound);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"error: There is nothing to replay in '{sandbox.WorkTree}': no two of its changes were open from one base at the same time.");
        run.Error.ShouldContain("merge commits that took a branch in (0 found)");
        run.Error.ShouldContain("whose subject ends in '(#n)' (1 found)");
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }
}
