using System.Text.Json;
using System.Text.RegularExpressions;
using Troupe.Cli.Tests.Sprints;
using Troupe.Core;
using Troupe.Engine;
using Troupe.EventLog;
using Troupe.Rehearsal.Demo;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Docs;

/// <summary>What commands print with <c>--json</c>, pinned by golden files and described by docs/specs/command-output.md.</summary>
public sealed class CommandOutputTests
{
    private const string Bolt = """
        ---
        id: bolt
        emoji: "B"
        description: Makes it faster.
        kind: ai
        agent: script
        groups: [speed]
        ---
        Do your work.

        """;

    private const string Settings = """
        [sprint]
        max_attempts = 2
        land = "target"

        [agent.script]
        command = "true"
        env = { MODEL = "small" }

        """;

    [Theory]
    [InlineData("doctor.json", 0, "doctor", "--json")]
    [InlineData("config-show.json", 0, "config", "show", "--json")]
    [InlineData("persona-list.json", 0, "persona", "list", "--json")]
    [InlineData("persona-show.json", 0, "persona", "show", "bolt", "--json")]
    [InlineData("persona-validate.json", 1, "persona", "validate", "--json")]
    [InlineData("simulate.json", 0, "simulate", "--personas", "5", "--sprints", "3", "--seed", "7", "--json")]
    public async Task Output_OfASmallTeam_IsAsTheGoldenFileHasIt(string golden, int exitCode, params string[] arguments)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(
            (".team/.gitignore", "/mail/\n/sprints/\n"), (".team/troupe.toml", Settings), (".team/personas/bolt/prompt.md", Bolt));
        if (exitCode != 0)
        {
            sandbox.Write((".team/personas/bolt/prompt.md", Bolt.Replace("agent: script", "agent: scrpt", StringComparison.Ordinal)));
        }

        var run = await CliRun.InAsync(sandbox.WorkTree, sandbox.Environment, arguments);

        run.ExitCode.ShouldBe(exitCode, run.Error);
        var stable = run.Output.Replace(sandbox.WorkTree, "REPO", StringComparison.Ordinal).Replace(sandbox.Beside("state"), "STATE", StringComparison.Ordinal);
        Golden.Check(golden, Regex.Replace(Regex.Replace(stable, "repo-[0-9a-f]{12}", "repo-HASH"), "git [0-9.]+[0-9]", "git VERSION"));
    }

    /// <summary>Whoever compares times as texts can do so across commands.</summary>
    [Fact]
    public void Output_OfEveryCommand_HasTimesOfOneForm()
    {
        var times = Directory.GetFiles(Path.GetDirectoryName(Golden.PathOf("any"))!, "*.json")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"").Select(match => $"{Path.GetFileName(file)}: {match.Value}"))
            .ToList();

        times.Count.ShouldBeGreaterThan(10);
        times.Where(time => !Regex.IsMatch(time, ": \"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"$")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Demo_Json_IsASprintReportAndMore()
    {
        using var told = await ToldSprint.CreateAsync();
        var home = TeamHome.Find(told.Sandbox.WorkTree, told.Sandbox.Environment);
        var ledger = new SprintLedger(new FileEventLog(home.SprintsFolder, TimeProvider.System));
        await ledger.RefreshAsync(TestContext.Current.CancellationToken);

        var json = DemoJson.Write(new DemoOutcome
        {
            Sprint = SprintReport.Of(ledger.Latest!, GitSandbox.Time),
            Commits = [new DemoCommit(new string('1', 40), "bolt", "Read the table once")],
            Mail = [new DemoLetter("weaver", ["sapper"], "Your change conflicts in src/x.cs")],
            Repository = "/tmp/troupe-demo/harbour",
        });

        Golden.Check("demo.json", json.ToJsonString() + "\n");
    }

    [Fact]
    public void Page_EveryMemberOfEveryGoldenFile_IsOnIt()
    {
        var page = File.ReadAllText(Path.Combine(ReferenceTests.Root(), "docs", "specs", "command-output.md"));
        var folder = Path.GetDirectoryName(Golden.PathOf("x"))!;
        var files = Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file).Split('-', '.')[0] is not ("mail" or "weave" or "query")).ToList();

        files.Count.ShouldBe(13);
        foreach (var file in files)
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var member in Members(document.RootElement).Distinct(StringComparer.Ordinal))
            {
                Regex.IsMatch(page, $"[`{{ ,]{member}[`,}}: ]").ShouldBeTrue($"{member} of {Path.GetFileName(file)} is not on the page");
            }
        }
    }

    // What stands below a setting's value is the user's, and not ours to describe.
    private static IEnumerable<string> Members(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "value" ? [member.Name] : Members(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
        _ => [],
    };
}
