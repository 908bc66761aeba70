using Troupe.Testing;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

public sealed class LandingTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")));

    [Fact]
    public async Task PublishAsync_LandedPatches_AreOneCommitEachWithTrailers()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("one", s => s.With("n", "1\n")) with { Session = "s7-one-1" },
            scene.Patch("two", s => s.Edited("a", "line 3\n", "drei\n")));
        await weave.PublishAsync(TestContext.Current.CancellationToken);

        var head = weave.Head!.Value.Value;
        (await scene.Sandbox.GitAsync("log", "--format=%an|%cn|%ct|%s", $"{scene.Base}..{head}")).Split('\n').ShouldBe(
            ["two|Troupe Weaver|1770091506|Work of two", "one|Troupe Weaver|1770091506|Work of one"]);
        (await scene.Sandbox.GitAsync("log", "-1", "--format=%(trailers)", head + "~1")).Split('\n').ShouldBe(
            ["Troupe-Sprint: 7", "Troupe-Persona: one", $"Troupe-Patch: {weave.Results[0].Change!.Id}", "Troupe-Session: s7-one-1"]);
        (await scene.Sandbox.GitAsync("rev-parse", head + "^{tree}")).ShouldBe(weave.Tree.Value);
        weave.Results[1].Commit.ShouldBe(weave.Head);
        await scene.Sandbox.GitAsync("fsck", "--strict", "--connectivity-only", head);
    }

    [Fact]
    public async Task WeaveAsync_SameRequestTwice_GivesTheSameCommits()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var request = scene.Request(scene.Patch("one", s => s.With("n", "1\n")), scene.Patch("two", s => s.Without("b")));
        await using var first = await scene.WeaveAsync(request);
        await using var second = await scene.WeaveAsync(request);
        second.Head.ShouldBe(first.Head);
    }

    [Fact]
    public async Task WeaveAsync_TipFromTheFuture_IsNotOlderThanItsChildren()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var request = scene.Request(scene.Patch("one", s => s.With("n", "1\n"))) with { CommitTime = DateTimeOffset.UnixEpoch };
        await using var weave = await scene.WeaveAsync(request);
        await weave.PublishAsync(TestContext.Current.CancellationToken);
        (await scene.Sandbox.GitAsync("log", "-1", "--format=%ct", weave.Head!.Value.Value)).ShouldBe("1767225600");
    }

    [Fact]
    public async Task PublishAsync_NoRefMoves()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var before = await scene.Sandbox.GitAsync("for-each-ref");
        await using var weave = await scene.WeaveAsync(scene.Patch("one", s => s.With("n", "1\n")));
        await weave.PublishAsync(TestContext.Current.CancellationToken);
        (await scene.Sandbox.GitAsync("for-each-ref")).ShouldBe(before);
    }

    [Fact]
    public void Compose_MessageThatEndsInTrailers_KeepsOneBlock()
    {
        var patch = new WeavePatch { Label = "x", Source = new PatchSource.Revision("x") };
        var change = new Troupe.Core.Patch(Troupe.Core.CommitId.Parse(new string('1', 40)), Troupe.Core.TreeId.Parse(new string('2', 40)));
        CommitMessage.Compose("Subject\n\nBody: yes\n\nSigned-off-by: A <a@b>", patch, change, null)
            .ShouldBe($"Subject\n\nBody: yes\n\nSigned-off-by: A <a@b>\nTroupe-Patch: {change.Id}\n");
        CommitMessage.Compose("Fix: it", patch, change, 3).ShouldBe($"Fix: it\n\nTroupe-Sprint: 3\nTroupe-Patch: {change.Id}\n");
    }
}
