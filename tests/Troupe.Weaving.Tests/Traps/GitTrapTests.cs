using System.Text;
using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Traps;

/// <summary>What git does wrong, or does otherwise than one expects, and a weave must not.</summary>
public sealed class GitTrapTests
{
    private const string Body = "{\n    int i = 0;\n    int j = 0;\n    int k = 0;\n    i++;\n    j++;\n    k++;\n    return i;\n}\n\n";

    private static readonly Snapshot Start = Snapshot.Of(
        ("a", Snapshot.Lines(20)), ("same.c", Functions(1, 6)), ("d/f", Snapshot.Lines(20, "in d")), ("d/g", "g\n"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RepeatedFunctions_OneWasAddedAbove_TheOneThatWasMeantIsEdited(bool asText)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.With("same.c", Functions(-1, 8)), scene.Base, "Two more above");
        var meant = Start.With("same.c", Edited(Functions(1, 6)));
        await using var weave = await scene.WeaveAsync(scene.Request(await PatchAsync(scene, meant, asText)) with { Tip = tip });
        weave.Tree.ShouldBe(scene.Tree(Start.With("same.c", Edited(Functions(-1, 8)))));

        static string Edited(string text) =>
            text.Replace("f4()\n" + Body, "f4()\n" + Body.Replace("j++", "j--", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HunkAtTheFirstLine_LinesWereAddedAbove_StillFits()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.With("a", "new\nlines\n" + Start.Files["a"].Text), scene.Base, "Above");
        await using var weave = await scene.WeaveAsync(
            scene.Request(await PatchAsync(scene, Start.Edited("a", "line 2\n", "zwei\n"), asText: true)) with { Tip = tip });
        weave.Tree.ShouldBe(scene.Tree(Start.With("a", "new\nlines\n" + Start.Files["a"].Text).Edited("a", "line 2\n", "zwei\n")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FileAndFolderOfOneName_FileMakesRoomForTheFolder_NothingIsDropped(bool asText)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var wanted = Start.Without("a").With("a/bar", "x\n").With("a.b", "y\n");
        await using var weave = await scene.WeaveAsync(await PatchAsync(scene, wanted, asText), scene.Patch("other", s => s.With("a-b", "z\n")));
        weave.Tree.ShouldBe(scene.Tree(wanted.With("a-b", "z\n")));
    }

    [Fact]
    public async Task FolderThatIsRenamed_NewFilesOfOthersStayWhereTheyWerePut()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("mover", s => s.Renamed("d/f", "e/f").Renamed("d/g", "e/g")), scene.Patch("author", s => s.With("d/new", "n\n")));
        weave.Tree.ShouldBe(scene.Tree(Start.Renamed("d/f", "e/f").Renamed("d/g", "e/g").With("d/new", "n\n")));
    }

    [Fact]
    public async Task EditOfAFileThatAnotherPatchRenames_FollowsIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("mover", s => s.Renamed("a", "moved")), scene.Patch("editor", s => s.Edited("a", "line 7\n", "sieben\n")));
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 7\n", "sieben\n").Renamed("a", "moved")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FileOfWindows_WithTextAuto_KeepsItsBytes(bool asText)
    {
        var start = Start.With(".gitattributes", "* text=auto eol=lf\n").With("w", Windows(Snapshot.Lines(20)));
        using var scene = await WeaveScene.CreateAsync(start);
        var third = start.Edited("w", "line 3\r\n", "drei\r\n");
        await using var weave = await scene.WeaveAsync(
            scene.Patch("other", s => s.Edited("w", "line 15\r\n", "15\r\n")), await PatchAsync(scene, third, asText));
        weave.Tree.ShouldBe(scene.Tree(third.Edited("w", "line 15\r\n", "15\r\n")));
    }

    [Fact]
    public async Task SeriesOfMails_LaterOnesRestOnEarlierOnes_GivesTheTreeOfTheLast()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var (one, two) = (Start.Renamed("a", "b"), Start.Renamed("a", "b").Edited("b", "line 3\n", "drei\n"));
        var first = scene.Commit(one, scene.Base, "Rename");
        var second = scene.Commit(two, first, "Edit");
        var mails = await scene.Sandbox.GitAsync("format-patch", "--stdout", $"{scene.Base}..{second}");
        await using var weave = await scene.WeaveAsync(
            new WeavePatch { Label = "mails", Source = new PatchSource.Text(Encoding.UTF8.GetBytes(mails + "\n"), scene.Base) });
        weave.Tree.ShouldBe(scene.Tree(two));
    }

    [Fact]
    public async Task CommitTime_TipFromTheFuture_NoCommitIsOlderThanItsParent()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var future = new DateTimeOffset(2037, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var tip = new ObjectWriter(Path.Combine(scene.Sandbox.GitDirectory, "objects"), ObjectFormat.Sha1).WriteCommit(new CommitDraft
        {
            Tree = scene.Tree(Start), Parents = [scene.Base], Author = GitTime(future), Message = "Future",
        });
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("it", s => s.Without("a"))) with { Tip = tip });
        (await weave.Git.RunAsync(["log", "-1", "--format=%ct", weave.Head!.Value.Value], GitCall.Plain, TestContext.Current.CancellationToken))
            .OutputText.Trim().ShouldBe($"{future.ToUnixTimeSeconds()}");

        static GitSignature GitTime(DateTimeOffset time) => Testing.GitSandbox.Author with { Time = time };
    }

    [Fact]
    public async Task Environment_ThatPointsGitElsewhere_DoesNotCount()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var elsewhere = scene.Sandbox.Beside("elsewhere");
        var hook = new Dictionary<string, string>(scene.Sandbox.Environment, StringComparer.Ordinal)
        {
            ["GIT_DIR"] = elsewhere, ["GIT_WORK_TREE"] = elsewhere, ["GIT_INDEX_FILE"] = elsewhere, ["GIT_OBJECT_DIRECTORY"] = elsewhere,
            ["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = elsewhere, ["GIT_CONFIG_COUNT"] = "1", ["GIT_CONFIG_KEY_0"] = "merge.directoryRenames",
            ["GIT_CONFIG_VALUE_0"] = "true", ["GIT_ATTR_SOURCE"] = "refs/heads/none", ["GIT_EXTERNAL_DIFF"] = "false", ["GIT_NAMESPACE"] = "x",
        };
        var repository = await GitRepository.OpenAsync(scene.Sandbox.WorkTree, hook, TestContext.Current.CancellationToken);
        var patch = await PatchAsync(scene, Start.Edited("a", "line 2\n", "zwei\n"), asText: true);
        await using var weave = await new Weaver(repository, scene.Scratch).WeaveAsync(scene.Request(patch), TestContext.Current.CancellationToken);
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 2\n", "zwei\n")));
        Directory.Exists(elsewhere).ShouldBeFalse();
    }

    [Fact]
    public async Task Attributes_ThatNameProgramsOfTheUser_RunNone()
    {
        var start = Start.With(".gitattributes", "* filter=x diff=x merge=x export-subst ident working-tree-encoding=UTF-16\nd/** export-ignore\n");
        using var scene = await WeaveScene.CreateAsync(start);
        var trace = scene.Sandbox.Beside("ran");
        foreach (var key in new[] { "filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.command", "diff.x.textconv", "merge.x.driver" })
        {
            await scene.Sandbox.GitAsync("config", key, $"touch '{trace}'; false");
        }

        var edited = start.Edited("a", "line 2\n", "zwei $Id$\n").With("d/new", "n\n");
        var patches = new[] { scene.Patch("other", s => s.Edited("a", "line 15\n", "15\n")), await PatchAsync(scene, edited, asText: true) };
        File.Delete(trace);
        await using var weave = await scene.WeaveAsync(patches);
        weave.Tree.ShouldBe(scene.Tree(edited.Edited("a", "line 15\n", "15\n")));
        File.Exists(trace).ShouldBeFalse();
    }

    [Fact]
    public void MergeTree_IsNeverAskedQuietly()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "src", "Troupe.Weaving")))
        {
            root = root.Parent.ShouldNotBeNull();
        }

        var sources = Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(text => text.Contains("\"merge-tree\"", StringComparison.Ordinal)).ToList();
        sources.ShouldNotBeEmpty();
        sources.ShouldAllBe(text => !text.Contains("--quiet", StringComparison.Ordinal));
    }

    private static string Functions(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(i => $"int f{i}()\n{Body}"));

    private static string Windows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    private static async Task<WeavePatch> PatchAsync(WeaveScene scene, Snapshot result, bool asText)
    {
        if (!asText)
        {
            return scene.Patch("it", result);
        }

        string[] diff = ["diff", "--no-ext-diff", "--no-textconv", "--binary", "--full-index", $"{scene.Base}^{{tree}}", scene.Tree(result).Value];
        var text = await scene.Sandbox.Git.RunAsync(diff, GitCall.Plain, TestContext.Current.CancellationToken);
        return new WeavePatch { Label = "it", Source = new PatchSource.Text(text.Output, scene.Base) };
    }
}
