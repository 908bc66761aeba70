using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Folding;

/// <summary>What is foreseen without git is what git makes of it; only then is a weave proven in one batch.</summary>
public sealed class ForesightTests
{
    private static readonly Snapshot Start = Snapshot.Of(("CHANGELOG.md", "# Changes\n\n## Next\n\n- zero\n"), ("a", Snapshot.Lines(20)));

    [Theory]
    [InlineData("CHANGELOG.md merge=union\n")]
    [InlineData("[attr]both merge=union\n*.md both\n")]
    public async Task PredictAsync_UnionFile_IsForeseenForAllPatches(string attributes)
    {
        using var scene = await WeaveScene.CreateAsync(Start.With(".gitattributes", attributes));
        var patches = Enumerable.Range(1, 9).Select(i => scene.Patch($"p{i}", Edit(scene.Start, i))).ToArray();
        await using var weave = await scene.WeaveAsync(patches);
        weave.Order.Count.ShouldBe(9);
        (await ForeseenAsync(scene)).ShouldBe(weave.Tree);
    }

    private static Snapshot Edit(Snapshot start, int i) => start
        .Edited("CHANGELOG.md", "- zero\n", $"- zero\n- {i}\n- both\n{(i % 3 == 0 ? "- more\n" : "")}").Edited("a", $"line {2 * i}\n", $"{i}\n");

    private static async Task<Core.TreeId> ForeseenAsync(WeaveScene scene)
    {
        var token = TestContext.Current.CancellationToken;
        await using var directory = await PrivateGitDirectory.CreateAsync(scene.Repository, scene.Sandbox.Beside("private"), scene.Base, [], token);
        await using var reader = ObjectReader.Open(directory.Git);
        var writer = directory.GatheringWriter();
        var trees = new TreeStore(reader, writer);
        var tip = scene.Tree(scene.Start);
        List<CarriedPatch> carried = [];
        for (var i = 1; i <= 9; i++)
        {
            var tree = scene.Tree(Edit(scene.Start, i));
            carried.Add(new CarriedPatch(i, tip, tree, tree, await new TreeComparison(trees).CompareAsync(tip, tree, token)));
        }

        var foresight = new Foresight(new SmallBlobs(reader), new UnionFiles(directory), writer, new TreeComposer(trees));
        return (await foresight.PredictAsync(tip, new Dictionary<string, TreeLeaf?>(StringComparer.Ordinal), carried, token))[^1].After;
    }
}
