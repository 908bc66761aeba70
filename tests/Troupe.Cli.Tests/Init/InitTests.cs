using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Init;

public sealed class InitTests
{
    [Fact]
    public async Task Init_FreshRepository_WritesATeamThatIsValid()
    {
        using var sandbox = await GitSandbox.CreateAsync();

        var first = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--json");

        first.ExitCode.ShouldBe(ExitCodes.Success, first.Error);
        first.Json.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        first.Json.GetProperty("written").GetArrayLength().ShouldBe(9);
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "persona", "validate")).ExitCode.ShouldBe(ExitCodes.Success);
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "config", "show")).ExitCode.ShouldBe(ExitCodes.Success);
    }

    [Fact]
    public async Task Init_SecondTime_TouchesNothing()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init");
        var settings = Path.Combine(sandbox.WorkTree, ".team", "troupe.toml");
        await File.WriteAllTextAsync(settings, "# mine\n", TestContext.Current.CancellationToken);
        Directory.Delete(Path.Combine(sandbox.WorkTree, ".team", "personas", "bolt"), recursive: true);

        var again = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init", "--json");

        (await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken)).ShouldBe("# mine\n");
        again.Json.GetProperty("written").GetArrayLength().ShouldBe(0);
        again.Json.GetProperty("leftOut")[0].GetString().ShouldBe("personas/bolt/prompt.md");
        Directory.Exists(Path.Combine(sandbox.WorkTree, ".team", "personas", "bolt")).ShouldBeFalse();
    }

    [Fact]
    public async Task Init_OutsideARepository_SaysSo()
    {
        using var folder = new TemporaryFolder();

        var run = await CliRun.InAsync(folder.Path, new Dictionary<string, string>(), "init");

        run.ExitCode.ShouldBe(ExitCodes.NoRepository);
        run.Error.ShouldContain("git init");
        Directory.Exists(folder[".team"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Init_TeamIsAFile_SaysWhatIsInTheWay()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        await File.WriteAllTextAsync(Path.Combine(sandbox.WorkTree, ".team"), "x", TestContext.Current.CancellationToken);

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init");

        run.ExitCode.ShouldBe(ExitCodes.Storage);
        run.Error.ShouldContain("Cannot write");
    }
}
