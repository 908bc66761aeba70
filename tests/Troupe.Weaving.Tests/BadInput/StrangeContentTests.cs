using System.Text;
using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.BadInput;

/// <summary>Patches that hold what files mostly do not.</summary>
public sealed class StrangeContentTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("big.bin", Pointer('a', 10)));

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(11, 12)]
    public async Task LargeFilePointers_BothChanged_ConflictAsWhatTheyStandFor(int first, int second)
    {
        using var scene = await WeaveScene.CreateAsync(Start.With(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n"));
        var result = await scene.SecondAsync(s => s.With("big.bin", Pointer('b', first)), s => s.With("big.bin", Pointer('c', second)));
        var conflict = result.Conflicts.ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ConflictKind.Binary);
        conflict.Hunks.ShouldBeEmpty();
        conflict.Detail.ShouldContain("git LFS");
    }

    [Theory]
    [InlineData(".git")]
    [InlineData(".GIT")]
    [InlineData(".giT")]
    [InlineData("git~1")]
    [InlineData(".git . ")]
    [InlineData("sub\\.git")]
    [InlineData("..")]
    public async Task Tree_ThatReachesIntoGitsFolder_IsMalformed(string folder)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var hooks = scene.Tree(Snapshot.Of(("hooks", "x\n")));
        var evil = await MakeTreeAsync(scene, $"040000 tree {hooks}\t{folder}\n");
        await using var weave = await scene.WeaveAsync(
            new WeavePatch { Label = "it", Source = new PatchSource.Change(new Patch(scene.Base, evil)) },
            scene.Patch("other", s => s.Edited("a", "line 3\n", "3\n")));
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Malformed);
        weave.Order.ShouldBe(["other"]);
    }

    [Theory]
    [InlineData("--- a/a\n+++ b/a\0b\n@@ -1 +1 @@\n-line 1\n+x\n")]
    [InlineData("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-line 1\0\n+x\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("--- a/a\n+++ b/a\n@@ -1,99999999999 +1 @@\n-line 1\n+x\n")]
    [InlineData("diff --git a/\"x b/\"x\nnew file mode 160000\nindex 0000000..1111111\n")]
    [InlineData("diff --git a/a b/a\nGIT binary patch\nliteral 5\nzzzzzzzzz\n\n")]
    public async Task Diff_ThatIsGarbage_HasAnOutcomeWithAReason(string text)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(new WeavePatch { Label = "it", Source = new PatchSource.Text(Encoding.UTF8.GetBytes(text), scene.Base) });
        weave.Results[0].Outcome.ShouldBeOneOf(PatchOutcome.Malformed, PatchOutcome.Stale);
        weave.Results[0].Reason.ShouldNotBeNullOrEmpty();
        weave.Results[0].Reason!.ShouldNotContain("\0");
    }

    [Fact]
    public async Task FileWithNul_ChangedTwice_IsBinary()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With("n", "a\0b\nc\n"));
        var result = await scene.SecondAsync(s => s.With("n", "a\0b\nd\n"), s => s.With("n", "a\0x\nc\n"));
        result.Conflicts.ShouldHaveSingleItem().Kind.ShouldBe(ConflictKind.Binary);
    }

    [Fact]
    public async Task Submodule_ThatOnePatchAddsAndMoves_LandsWithoutItsCommits()
    {
        static FileState Submodule(char digit) => new(EntryMode.Gitlink, FileState.Of(new string(digit, 40)).Bytes);
        using var scene = await WeaveScene.CreateAsync(Start.With("sub", Submodule('1')));
        await using var weave = await scene.WeaveAsync(
            scene.Patch("mover", s => s.With("sub", Submodule('2'))), scene.Patch("adder", s => s.With("other", Submodule('3')).Edited("a", "line 3\n", "3\n")));
        weave.Order.ShouldBe(["mover", "adder"]);
        await weave.PublishAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("/etc/passwd", true)]
    [InlineData("../../secret", true)]
    [InlineData("x/../../../secret", true)]
    [InlineData("../a", false)]
    [InlineData("x/y", false)]
    public async Task Link_OutOfTheTree_WaitsForAHumanWhereThereIsAPolicy(string target, bool held)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var patch = scene.Patch("it", s => s.With("d/link", FileState.Link(target)));
        await using var weave = await scene.WeaveAsync(scene.Request(patch) with { Policy = true });
        weave.Results[0].Outcome.ShouldBe(held ? PatchOutcome.Held : PatchOutcome.Landed);
        await using var free = await scene.WeaveAsync(patch);
        free.Results[0].Outcome.ShouldBe(PatchOutcome.Landed);
    }

    [Fact]
    public async Task Sha256_AllOfIt_IsWovenTheSame()
    {
        using var scene = await WeaveScene.CreateAsync(Start, ObjectFormat.Sha256);
        await using var weave = await scene.WeaveAsync(scene.Request(
            scene.Patch("first", s => s.Edited("a", "line 3\n", "3\n")),
            scene.Patch("second", s => s.Edited("a", "line 3\n", "III\n")),
            scene.Patch("third", s => s.With("A", "x\n")),
            scene.Patch("fourth", s => s.Edited("a", "line 15\n", "15\n"))) with { Policy = true });
        weave.Order.ShouldBe(["first", "fourth"]);
        weave.Results.SelectMany(result => result.Conflicts).Select(conflict => conflict.Kind).ShouldBe([ConflictKind.Content, ConflictKind.CaseOnly]);
        await weave.PublishAsync(TestContext.Current.CancellationToken);
    }

    // What no program of ours would write.
    private static async Task<TreeId> MakeTreeAsync(WeaveScene scene, string entries) => TreeId.Parse((await scene.Sandbox.Git.RunAsync(
        ["mktree"], new GitCall { Input = Encoding.UTF8.GetBytes(entries) }, TestContext.Current.CancellationToken)).OutputText.Trim());

    private static string Pointer(char digit, int size) => $"version https://git-lfs.github.com/spec/v1\noid sha256:{new string(digit, 64)}\nsize {size}\n";
}
