using Troupe.Agents;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class AgentProgramsTests
{
    [Fact]
    public async Task MissingAsync_ProgramBesideTheHost_IsFoundAsTheAgentFindsIt()
    {
        using var tools = new TemporaryFolder();
        Script.Write(tools["own-tool"], "exit 0");
        var settings = Settings.Parse("[agent.a]\ncommand = [\"own-tool\"]\n", "troupe.toml");
        var nowhere = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/nowhere" };

        (await MissingAsync(settings, nowhere, tools.Path)).ShouldBeEmpty();
        (await MissingAsync(settings, nowhere, null))
            .ShouldBe(["troupe.toml:2: 'command' of [agent.a] runs 'own-tool', and there is no such program on the PATH."]);
    }

    [Fact]
    public async Task MissingAsync_PathOfTheAgentsOwn_IsWhereItIsLookedFor()
    {
        using var tools = new TemporaryFolder();
        Script.Write(tools["own-tool"], "exit 0");
        var settings = Settings.Parse($"[agent.a]\ncommand = \"own-tool -x\"\nenv = {{ PATH = \"{tools.Path}\" }}\n", "troupe.toml");

        (await MissingAsync(settings, new Dictionary<string, string>(), null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task MissingAsync_NoPathAtAll_IsLeftToTheSystem()
    {
        var settings = Settings.Parse(
            "[agent.a]\ncommand = \"claude -p\"\nsetup = \"/no/such/setup\"\n\n[[weaver.verify]]\nname = \"t\"\ncommand = \"make test\"\n", "troupe.toml");
        var nothing = new Dictionary<string, string>();

        (await MissingAsync(settings, nothing, "/tools")).ShouldHaveSingleItem().ShouldContain("there is no such file");
        CheckPrograms.Missing(settings, nothing).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[\"./tools/there\"]", "")]
    [InlineData("\"tools/there -x && true\"", "")]
    [InlineData("[\"linked/there\"]", "")]
    [InlineData("[\"tools/built\"]\nsetup = \"make tools\"", "")]
    [InlineData("[\"tools/plain\"]", "runs 'tools/plain', and in commit COMMIT, which sessions start from, that file is not executable.")]
    [InlineData("[\"./tools/absent\"]", "runs './tools/absent', and commit COMMIT, which sessions start from, has no such file.")]
    [InlineData("\"tools -x\"\nsetup = \"./tools\"", "runs './tools', and commit COMMIT, which sessions start from, has no such file.")]
    public async Task MissingAsync_ProgramInTheCheckout_HasToBeInTheCommit(string command, string problem)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("tools/plain", "x"));
        Script.Write(Path.Combine(sandbox.WorkTree, "tools", "there"), "exit 0");
        File.CreateSymbolicLink(Path.Combine(sandbox.WorkTree, "linked"), "tools");
        var commit = CommitId.Parse(await sandbox.CommitAsync("More"));
        Script.Write(Path.Combine(sandbox.WorkTree, "tools", "absent"), "exit 0");
        using var tools = new TemporaryFolder();
        Script.Write(tools["tools"], "exit 0");
        Script.Write(tools["make"], "exit 0");
        var settings = Settings.Parse($"[agent.a]\ncommand = {command}\n", "troupe.toml");

        var missing = await MissingAsync(
            settings, new Dictionary<string, string>(), tools.Path, new CommitFiles(await sandbox.OpenAsync(), commit));

        string.Join('\n', missing).ShouldEndWith(problem.Replace("COMMIT", commit.Value[..10], StringComparison.Ordinal));
        missing.Count().ShouldBe(problem.Length == 0 ? 0 : 1);
    }

    private static async Task<IEnumerable<string>> MissingAsync(
        Settings settings, IReadOnlyDictionary<string, string> environment, string? tools, CommitFiles? start = null) =>
        (await new AgentPrograms(settings, environment, new HostProgram("/bin/troupe", [], tools))
            .MissingAsync(settings.Agents["a"], start, TestContext.Current.CancellationToken)).Select(missing => missing.Problem);
}
