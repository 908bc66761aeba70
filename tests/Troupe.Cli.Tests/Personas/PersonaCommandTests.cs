using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Personas;

public sealed class PersonaCommandTests
{
    [Fact]
    public async Task List_StarterTeam_NamesEverybody()
    {
        using var sandbox = await TeamAsync();

        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "persona", "list", "--json")).Json.GetProperty("personas")
            .EnumerateArray().Select(persona => persona.GetProperty("id").GetString())
            .ShouldBe(["bolt", "curator", "lead", "sapper", "scribe", "sentinel", "shepherd"]);
        (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "persona", "list")).Output.Split('\n').Length.ShouldBe(8);
    }

    [Fact]
    public async Task Show_UnknownPersona_Suggests()
    {
        using var sandbox = await TeamAsync();

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "persona", "show", "curater");

        run.ExitCode.ShouldBe(ExitCodes.NotFound);
        run.Error.ShouldContain("did you mean 'curator'?");
    }

    [Fact]
    public async Task Render_Persona_IsTheWholePromptAtTheBase()
    {
        using var sandbox = await TeamAsync();

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "persona", "render", "curator", "--sprint", "10");

        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        run.Output.ShouldStartWith("# You are 🎭 curator");
        run.Output.ShouldContain("Sprint 10, parallel mode, attempt 1 of 3");
        run.Output.ShouldContain(await sandbox.GitAsync("rev-parse", "HEAD"));
        run.Output.ShouldContain("- `sentinel`: ");
        run.Output.ShouldNotContain("- `lead`: ");
    }

    [Fact]
    public async Task Render_WithoutANumber_IsTheNextSprintInItsMode()
    {
        using var told = await Sprints.ToldSprint.CreateAsync();

        (await told.RunAsync("persona", "render", "bolt")).Output.ShouldContain("Sprint 2, sequential mode, attempt 1 of 3");
    }

    [Fact]
    public async Task Render_Human_IsRefused()
    {
        using var sandbox = await TeamAsync();

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "persona", "render", "lead");

        (run.ExitCode, run.Error).ShouldBe((ExitCodes.InvalidArgument, "error: 'lead' is a human: it gets mail and no prompt.\n"));
    }

    [Fact]
    public async Task Validate_Mistakes_AreListedAndExitWithOne()
    {
        using var sandbox = await TeamAsync();
        var bolt = Path.Combine(sandbox.WorkTree, ".team", "personas", "bolt", "prompt.md");
        await File.WriteAllTextAsync(bolt, "---\nid: bolt\ndescription: x\nagent: ghost\n---\nx", TestContext.Current.CancellationToken);

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "persona", "validate", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Incomplete);
        run.Json.GetProperty("valid").GetBoolean().ShouldBeFalse();
        run.Json.GetProperty("problems")[0].GetProperty("message").GetString()!.ShouldContain("no [agent.ghost]");
    }

    [Fact]
    public async Task ConfigShow_Origin_NamesFileAndLine()
    {
        using var sandbox = await TeamAsync();
        await File.WriteAllTextAsync(
            Path.Combine(sandbox.WorkTree, ".team", "troupe.toml"), "[sprint]\nmax_runs = 9\n", TestContext.Current.CancellationToken);

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "config", "show", "--origin");

        run.Output.Split('\n').ShouldContain(line => line.StartsWith("sprint.max_runs = 9 ", StringComparison.Ordinal) && line.EndsWith("# .team/troupe.toml:2", StringComparison.Ordinal));
        var json = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "config", "show", "--json");
        json.Json.GetProperty("settings").EnumerateArray().Single(setting => setting.GetProperty("key").GetString() == "sprint.max_runs")
            .GetProperty("line").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task ConfigShow_WithoutOrigin_CanBePastedIntoTheFile()
    {
        using var sandbox = await TeamAsync();

        var shown = (await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "config", "show")).Output;

        Troupe.Core.Settings.Parse(shown, "pasted").Sprint.MaxAttempts.ShouldBe(3);
    }

    private static async Task<GitSandbox> TeamAsync()
    {
        var sandbox = await GitSandbox.CreateAsync();
        await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, "init");
        await sandbox.CommitAsync("team");
        return sandbox;
    }
}
