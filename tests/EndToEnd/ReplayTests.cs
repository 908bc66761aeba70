using Troupe.Testing;

namespace Troupe.EndToEnd;

public sealed class ReplayTests
{
    [Fact]
    public async Task Replay_SmallHistory_GivesTheDocumentedFields()
    {
        using var folder = new TemporaryFolder();
        using var sandbox = await GitSandbox.WithFilesAsync(("text.txt", "one\n"));
        await LandAsync(sandbox, 1, "a");
        await LandAsync(sandbox, 2, "b");

        var replay = await NativeProgram.JsonAsync(folder.Path, "replay", sandbox.WorkTree, "--json");

        replay.Number("schemaVersion").ShouldBe(1);
        replay.Text("repository").ShouldBe(sandbox.WorkTree);
        var one = replay.GetProperty("cases").EnumerateArray().ShouldHaveSingleItem();
        one.EnumerateObject().Select(member => member.Name).Intersect(
            ["base", "personas", "ticks", "landed", "landedFifo", "skipped", "firstTick", "conflicts"], StringComparer.Ordinal).Count().ShouldBe(8);
        one.Number("landed").ShouldBe(2);
        var tick = one.GetProperty("firstTick");
        tick.Texts("order").Length.ShouldBe(2);
        tick.Text("tree").ShouldBe(await sandbox.GitAsync("rev-parse", "main^{tree}"));
        tick.GetProperty("patches").EnumerateArray().Select(patch => patch.Text("persona")).ShouldBe(["pr-1", "pr-2"]);
        replay.TryGetProperty("totals", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Replay_NoRepository_SaysSo()
    {
        using var folder = new TemporaryFolder();

        var result = await NativeProgram.RunAsync(folder.Path, "replay", folder.Path);

        result.ExitCode.ShouldBe(4);
        result.OutputText.ShouldBeEmpty();
        result.ErrorText.ShouldStartWith("error: ");
    }

    private static async Task LandAsync(GitSandbox sandbox, int number, string file)
    {
        var root = await sandbox.GitAsync("rev-list", "--max-parents=0", "HEAD");
        await sandbox.GitAsync("checkout", "-q", "-b", file, root);
        await sandbox.CommitAsync($"Change {number}", (file, file));
        await sandbox.GitAsync("checkout", "-q", "main");
        await sandbox.GitAsync("merge", "-q", "--no-ff", "-m", $"Merge pull request #{number} from ann/{file}", file);
    }
}
