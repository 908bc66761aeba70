using Troupe.Git;
using Troupe.Testing;

namespace Troupe.EndToEnd;

[Trait("Suite", "Slow")]
public sealed class DemoTests
{
    private static readonly string[] Fields =
    [
        "schemaVersion", "sprint", "mode", "base", "ticks", "personas", "landed", "skipped", "conflicts",
        "reworks", "mails", "tree", "branch", "seconds", "outcomes",
    ];

    [Fact]
    public async Task Demo_LandsAllTwentyThreeInThreeTicksAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();

        var demo = await NativeProgram.JsonAsync(folder.Path, "demo", "--json");

        Fields.ShouldBeSubsetOf(demo.EnumerateObject().Select(member => member.Name));
        demo.Texts("landed").Length.ShouldBe(23);
        demo.Texts("skipped").ShouldBeEmpty();
        demo.Number("ticks").ShouldBeLessThanOrEqualTo(3);
        demo.Number("reworks").ShouldBe(4);
        demo.GetProperty("outcomes").GetArrayLength().ShouldBe(27);
        demo.TryGetProperty("repository", out _).ShouldBeFalse();
        Directory.EnumerateDirectories(folder.Path, "troupe-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Demo_HasTheFourConflicts()
    {
        using var folder = new TemporaryFolder();

        var demo = await NativeProgram.JsonAsync(folder.Path, "demo", "--json");

        demo.GetProperty("conflicts").EnumerateArray()
            .Select(one => (one.Text("persona"), string.Join(' ', one.Texts("kinds")), string.Join(' ', one.Texts("counterparts"))))
            .ShouldBe(
            [
                ("bolt", "content", "artisan"),
                ("forge", "add/add", "builder"),
                ("sapper", "modify/delete", "absolutist"),
                ("shepherd", "modify/delete", "essentialist janitor"),
            ]);
        demo.GetProperty("letters").EnumerateArray().Select(one => (one.Text("from"), one.Texts("to")[0])).ShouldBe(
            [
                ("weaver", "bolt"), ("weaver", "forge"), ("weaver", "sapper"), ("weaver", "shepherd"),
                ("scribe", "lead"), ("visionary", "lead"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Demo_Kept_HasTheTreeOnTheBranchAndReadMail()
    {
        using var folder = new TemporaryFolder();

        var demo = await NativeProgram.JsonAsync(folder.Path, "demo", "--keep", "--json");

        var repository = demo.Text("repository");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };
        var git = new GitExecutor(Path.Combine(repository, ".git"), environment);
        var tree = await git.RunAsync(
            ["rev-parse", demo.Text("branch") + "^{tree}"], GitCall.Plain, TestContext.Current.CancellationToken);
        tree.OutputText.Trim().ShouldBe(demo.Text("tree"));
        var status = await git.RunAsync(
            ["--work-tree", repository, "status", "--porcelain"], GitCall.Plain, TestContext.Current.CancellationToken);
        status.OutputText.ShouldBeEmpty();
        foreach (var persona in new[] { "bolt", "forge", "sapper", "shepherd" })
        {
            var log = await File.ReadAllTextAsync(
                Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(repository)!, "state"), "agent.log", SearchOption.AllDirectories)
                    .Single(path => path.Contains($"s1-{persona}-2", StringComparison.Ordinal)),
                TestContext.Current.CancellationToken);
            log.ShouldContain("mail from weaver: Your change conflicts in");
            log.ShouldContain("to look at: .troupe/conflict/");
        }
    }
}
