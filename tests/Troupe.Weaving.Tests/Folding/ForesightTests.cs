using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Folding;

/// <summary>What is foreseen without git is what git makes of it; only then is a weave proven in one batch.</summary>
public sealed class ForesightTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(SmallBlobs.Budget)]
    public async Task RunAsync_LittleRoomForTexts_LeavesTheRestToGit(long budget)
    {
        using var scene = await WeaveScene.CreateAsync(Start.With(".gitattributes", "CHANGELOG.md merge=union\n"));
        await using var weave = await scene.WeaveAsync([.. Enumerable.Range(1, 9).Select(i => scene.Patch($"p{i}", Edit(scene.Start, i)))]);

        await using var directory = await OpenAsync(scene);
        await using var reader = ObjectReader.Open(directory.Git);
        var tools = new LoomTools(directory, reader, directory.GatheringWriter(), budget);
        var tip = scene.Tree(scene.Start);
        var steps = await tools.FoldOnto(tip, PairForesight.Carries).RunAsync(tip, await CarriedAsync(scene, tools.Comparison), Token);
        steps[^1].After.ShouldBe(weave.Tree);
    }

    [Fact]
    public async Task LoadAsync_MoreThanTheBudget_HoldsNoMoreThanThat()
    {
        using var sandbox = await Testing.GitSandbox.CreateAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var names = Enumerable.Range(0, 10).Select(i => writer.WriteBlob(new byte[90 + i]).Value).ToList();
        await using var reader = ObjectReader.Open(sandbox.Git);
        var blobs = new SmallBlobs(reader, 500);

        await blobs.LoadAsync(names.Take(4), Token);
        blobs.IsFull.ShouldBeFalse();
        await blobs.LoadAsync(names, Token);
        blobs.Add("merged", new byte[200]);
        blobs.IsFull.ShouldBeTrue();
        names.Append("merged").Sum(name => blobs.Find(name)?.Length ?? 0).ShouldBe(90 + 91 + 92 + 93 + 94);
    }

    private static Snapshot Edit(Snapshot start, int i) => start
        .Edited("CHANGELOG.md", "- zero\n", $"- zero\n- {i}\n- both\n{(i % 3 == 0 ? "- more\n" : "")}").Edited("a", $"line {2 * i}\n", $"{i}\n");

    private static async Task<Core.TreeId> ForeseenAsync(WeaveScene scene)
    {
        await using var directory = await OpenAsync(scene);
        await using var reader = ObjectReader.Open(directory.Git);
        var writer = directory.GatheringWriter();
        var trees = new TreeStore(reader, writer);
        var foresight = new Foresight(new SmallBlobs(reader), new UnionFiles(directory), writer, new TreeComposer(trees));
        var carried = await CarriedAsync(scene, new TreeComparison(trees));
        return (await foresight.PredictAsync(scene.Tree(scene.Start), new Dictionary<string, TreeLeaf?>(StringComparer.Ordinal), carried, Token))[^1].After;
    }

    private static Task<PrivateGitDirectory> OpenAsync(WeaveScene scene) =>
        PrivateGitDirectory.CreateAsync(scene.Repository, scene.Sandbox.Beside("private"), scene.Base, MergeRules.None, Token);

    private static async Task<List<CarriedPatch>> CarriedAsync(WeaveScene scene, TreeComparison comparison)
    {
        var tip = scene.Tree(scene.Start);
        List<CarriedPatch> carried = [];
        for (var i = 1; i <= 9; i++)
        {
            var tree = scene.Tree(Edit(scene.Start, i));
            carried.Add(new CarriedPatch(i, tip, tree, tree, await comparison.CompareAsync(tip, tree, Token)));
        }

        return carried;
    }
}
