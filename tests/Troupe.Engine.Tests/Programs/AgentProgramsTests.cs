using Troupe.Agents;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class AgentProgramsTests
{
    [Fact]
    public void Missing_ProgramBesideTheHost_IsFoundAsTheAgentFindsIt()
    {
        using var tools = new TemporaryFolder();
        Script.Write(tools["own-tool"], "exit 0");
        var settings = Settings.Parse("[agent.a]\ncommand = [\"own-tool\"]\n", "troupe.toml");
        var nowhere = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/nowhere" };

        new AgentPrograms(settings, nowhere, new HostProgram("/bin/troupe", [], tools.Path)).Missing(settings.Agents["a"]).ShouldBeEmpty();
        new AgentPrograms(settings, nowhere, new HostProgram("/bin/troupe", [], null)).Missing(settings.Agents["a"])
            .ShouldHaveSingleItem().Problem.ShouldBe("troupe.toml:2: 'command' of [agent.a] runs 'own-tool', and there is no such program on the PATH.");
    }

    [Fact]
    public void Missing_PathOfTheAgentsOwn_IsWhereItIsLookedFor()
    {
        using var tools = new TemporaryFolder();
        Script.Write(tools["own-tool"], "exit 0");
        var settings = Settings.Parse($"[agent.a]\ncommand = \"own-tool -x\"\nenv = {{ PATH = \"{tools.Path}\" }}\n", "troupe.toml");

        new AgentPrograms(settings, new Dictionary<string, string>(), new HostProgram("/bin/troupe", [], null))
            .Missing(settings.Agents["a"]).ShouldBeEmpty();
    }

    [Fact]
    public void Missing_NoPathAtAll_IsLeftToTheSystem()
    {
        var settings = Settings.Parse(
            "[agent.a]\ncommand = \"claude -p\"\n\n[agent.b]\ncommand = \"/no/such/agent\"\n\n[[weaver.verify]]\nname = \"t\"\ncommand = \"make test\"\n", "troupe.toml");
        var programs = new AgentPrograms(settings, new Dictionary<string, string>(), new HostProgram("/bin/troupe", [], "/tools"));

        programs.Missing(settings.Agents["a"]).ShouldBeEmpty();
        programs.MissingChecks().ShouldBeEmpty();
        programs.Missing(settings.Agents["b"]).ShouldHaveSingleItem().Problem.ShouldContain("there is no such file");
    }
}
