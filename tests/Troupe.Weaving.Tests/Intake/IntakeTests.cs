using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Intake;

public sealed class IntakeTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")));

    [Fact]
    public async Task WeaveAsync_BranchThatLeftBeforeTheTip_TakesOnlyItsOwnChange()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("b", "other 3\n", "x\n"), scene.Base, "Later");
        var first = scene.Commit(Start.Edited("a", "line 3\n", "drei\n"), scene.Base, "Three\n\nBody.\n");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/feature", first.Value);

        var result = await OneAsync(scene, tip, new PatchSource.Revision("feature"));
        result.Outcome.ShouldBe(PatchOutcome.Landed);
        result.Change!.Fork.ShouldBe(scene.Base);
        result.Paths.ShouldBe(["a"]);
        result.Subject.ShouldBe("Three");
    }

    [Fact]
    public async Task WeaveAsync_BranchThatMergedTheTip_ForksThere()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("b", "other 3\n", "x\n"), scene.Base, "Later");
        var own = scene.Commit(Start.Edited("a", "line 3\n", "drei\n"), scene.Base, "Own");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/feature", own.Value);
        var tree = scene.Tree(Start.Edited("b", "other 3\n", "x\n").Edited("a", "line 3\n", "drei\n"));
        var merge = await scene.Sandbox.GitAsync("commit-tree", tree.Value, "-p", own.Value, "-p", tip.Value, "-m", "Merge");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/feature", merge);

        (await OneAsync(scene, tip, new PatchSource.Revision("feature"))).Change!.Fork.ShouldBe(tip);
    }

    [Fact]
    public async Task WeaveAsync_Range_IsTheDifferenceOfItsEnds()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var first = scene.Commit(Start.Edited("a", "line 3\n", "drei\n"), scene.Base, "Three");
        var second = scene.Commit(Start.Edited("a", "line 3\n", "drei\n").With("n", "x\n"), first, "New");

        (await OneAsync(scene, scene.Base, new PatchSource.Range(first.Value, second.Value))).Paths.ShouldBe(["n"]);
    }

    [Fact]
    public async Task WeaveAsync_UnrelatedHistory_IsMalformed()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var other = scene.Commit(Start.With("n", "x\n"), null, "Another world");
        (await OneAsync(scene, scene.Base, new PatchSource.Revision(other.Value))).Outcome.ShouldBe(PatchOutcome.Malformed);
    }

    [Fact]
    public async Task WeaveAsync_RevisionThatIsNotThere_IsAnError()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var failure = await Should.ThrowAsync<TroupeException>(() => OneAsync(scene, scene.Base, new PatchSource.Revision("nowhere")));
        failure.Code.ShouldBe(ErrorCode.NotFound);
    }

    [Fact]
    public async Task WeaveAsync_DiffOnItsOwnBase_IsRemadeThereAndCarried()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.With("a", "new first line\n" + Start.Files["a"].Text), scene.Base, "Later");
        var text = await DiffAsync(scene, Start.Edited("a", "line 3\n", "drei\n"));

        var result = await OneAsync(scene, tip, new PatchSource.Text(text, scene.Base));
        result.Outcome.ShouldBe(PatchOutcome.Landed);
        (result.Change!.Fork, result.Remark).ShouldBe((scene.Base, null));
    }

    [Fact]
    public async Task WeaveAsync_DiffWithoutABase_IsAppliedToTheTipAndMarked()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var result = await OneAsync(scene, scene.Base, new PatchSource.Text(await DiffAsync(scene, Start.Without("b")), null));
        result.Outcome.ShouldBe(PatchOutcome.Landed);
        result.Remark.ShouldNotBeNull().ShouldContain("names no base");
    }

    [Fact]
    public async Task WeaveAsync_DiffThatDoesNotApplyToItsBase_IsStale()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var text = await DiffAsync(scene, Start.Edited("a", "line 3\n", "drei\n"));
        var other = scene.Commit(Start.Without("a"), scene.Base, "Gone");

        var result = await OneAsync(scene, scene.Base, new PatchSource.Text(text, other));
        result.Outcome.ShouldBe(PatchOutcome.Stale);
        result.Reason.ShouldNotBeNull().ShouldContain(other.Value);
    }

    [Fact]
    public async Task WeaveAsync_DiffForACommitThatIsNotThere_IsStaleAndNamesIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var missing = CommitId.Parse(new string('a', 40));
        var result = await OneAsync(scene, scene.Base, new PatchSource.Text(await DiffAsync(scene, Start.Without("b")), missing));
        result.Outcome.ShouldBe(PatchOutcome.Stale);
        result.Reason.ShouldNotBeNull().ShouldContain(missing.Value);
    }

    [Fact]
    public async Task WeaveAsync_DiffThatTheTipHolds_IsRedundant()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var changed = Start.Edited("a", "line 3\n", "drei\n");
        var tip = scene.Commit(changed, scene.Base, "The same");
        (await OneAsync(scene, tip, new PatchSource.Text(await DiffAsync(scene, changed), null))).Outcome.ShouldBe(PatchOutcome.Redundant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a diff\n")]
    [InlineData("--- a/../x\n+++ b/../x\n@@ -0,0 +1 @@\n+x\n")]
    [InlineData("--- /etc/passwd\n+++ /etc/passwd\n@@ -0,0 +1 @@\n+x\n")]
    [InlineData("--- /dev/null\n+++ b/.GIT/config\n@@ -0,0 +1 @@\n+x\n")]
    [InlineData("--- /dev/null\n+++ b/a\\..\\..\\x\n@@ -0,0 +1 @@\n+x\n")]
    [InlineData("--- /dev/null\n+++ b/a\\.git\\x\n@@ -0,0 +1 @@\n+x\n")]
    [InlineData("--- a/a\n+++ b/a\n@@ -1,9 +1,9 @@\n line 1\n")]
    public async Task WeaveAsync_UnusableText_IsMalformedWithAReason(string text)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var result = await OneAsync(scene, scene.Base, new PatchSource.Text(Encoding.UTF8.GetBytes(text), null));
        result.Outcome.ShouldBe(PatchOutcome.Malformed);
        result.Reason.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task WeaveAsync_MailSeries_LandsAsOneWithItsAuthor()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var first = scene.Commit(Start.Edited("a", "line 3\n", "drei\n"), scene.Base, "Three");
        var second = scene.Commit(Start.Edited("a", "line 3\n", "drei\n").Edited("a", "line 4\n", "vier\n"), first, "Four");
        var mails = await scene.Sandbox.GitAsync("format-patch", "--stdout", $"--base={scene.Base}", $"{scene.Base}..{second}");

        await using var weave = await scene.WeaveAsync(scene.Request(Patch(new PatchSource.Text(Encoding.UTF8.GetBytes(mails + "\n"), null))));
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 3\n", "drei\n").Edited("a", "line 4\n", "vier\n")));
        weave.Results[0].Remark.ShouldBeNull();
        await weave.PublishAsync(TestContext.Current.CancellationToken);
        (await scene.Sandbox.GitAsync("log", "-1", "--format=%an %s", weave.Head!.Value.Value)).ShouldBe("Test Four");
    }

    [Fact]
    public async Task WeaveAsync_Texts_AreCapturedBeforeTheyAreRead()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var store = new FileBlobStore(scene.Sandbox.Beside("blobs"));
        byte[] garbage = [1, 2, 3];
        await using var weave = await new Weaver(scene.Repository, scene.Scratch, store)
            .WeaveAsync(scene.Request(Patch(new PatchSource.Text(garbage, null))), TestContext.Current.CancellationToken);

        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Malformed);
        (await store.ExistsAsync(Sha256.Of(garbage), TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    private static async Task<PatchResult> OneAsync(WeaveScene scene, CommitId tip, PatchSource source)
    {
        await using var weave = await scene.WeaveAsync(scene.Request(Patch(source)) with { Tip = tip });
        return weave.Results[0];
    }

    private static WeavePatch Patch(PatchSource source) => new() { Label = "it", Source = source };

    private static async Task<byte[]> DiffAsync(WeaveScene scene, Snapshot result) => Encoding.UTF8.GetBytes(
        await scene.Sandbox.GitAsync("diff", "--binary", "--full-index", $"{scene.Base}^{{tree}}", scene.Tree(result).Value) + "\n");
}
