using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.BadInput;

/// <summary>Clones without blobs: what git would have to read and cannot stops the patch that needs it, and no other.</summary>
public sealed class PartialCloneTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")), ("c", "c\n"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Weave_FileThatOnlyTheSearchForRenamesReads_IsNamedAndOnceFetchedThePatchLands()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var moved = Start.Renamed("a", "z").Edited("z", "line 18\n", "18\n").Edited("b", "other 9\n", "9\n");
        var tip = scene.Commit(moved, scene.Base, "Moved");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/main", tip.Value);
        var clone = await CloneAsync(scene);
        var blob = await scene.Sandbox.GitAsync("rev-parse", $"{tip}:z");
        var request = scene.Request(
            Patch(clone, scene, "edit", Start.Edited("a", "line 3\n", "3\n")),
            Patch(clone, scene, "other", Start.With("c", "d\n"))) with { Tip = tip };

        // The base of the file is there, as after a checkout of it.
        Writer(clone).WriteBlob(Start.Files["a"].Bytes.Span);
        await using (var weave = await new Weaver(clone, scene.Scratch).WeaveAsync(request, Token))
        {
            weave.Results[0].Outcome.ShouldBe(PatchOutcome.Stale);
            weave.Results[0].Reason.ShouldNotBeNull().ShouldContain($"git fetch REMOTE {blob}");
            weave.Results[0].Conflicts.ShouldHaveSingleItem().Path.ShouldBe("z");
            weave.Order.ShouldBe(["other"]);
        }

        await scene.Sandbox.GitInAsync(clone.GitDirectory, "fetch", "--quiet", "origin", blob);
        await using var again = await new Weaver(clone, scene.Scratch).WeaveAsync(request, Token);
        again.Order.ShouldBe(["edit", "other"]);
        (await again.Git.RunAsync(["cat-file", "blob", $"{again.Head}:z"], GitCall.Plain, Token)).OutputText
            .ShouldBe(Snapshot.Lines(20).Replace("line 18\n", "18\n", StringComparison.Ordinal).Replace("line 3\n", "3\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weave_FileThatMovedWithoutAChange_NeedsNothingElse()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Renamed("a", "z").With("new", "new\n"), scene.Base, "Moved");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/main", tip.Value);
        var clone = await CloneAsync(scene);
        Writer(clone).WriteBlob(Start.Files["a"].Bytes.Span);
        var request = scene.Request(Patch(clone, scene, "edit", Start.Edited("a", "line 3\n", "3\n"))) with { Tip = tip };
        await using var weave = await new Weaver(clone, scene.Scratch).WeaveAsync(request, Token);
        weave.Order.ShouldBe(["edit"]);
    }

    [Fact]
    public async Task Weave_TwoPatchesOfAFileWhoseBaseIsMissing_TheFirstLandsAndTheOtherSaysWhatItNeeds()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var clone = await CloneAsync(scene);
        var blob = await scene.Sandbox.GitAsync("rev-parse", $"{scene.Base}:a");
        var request = scene.Request(
            Patch(clone, scene, "first", Start.Edited("a", "line 3\n", "3\n")),
            Patch(clone, scene, "second", Start.Edited("a", "line 18\n", "18\n")));
        await using (var weave = await new Weaver(clone, scene.Scratch).WeaveAsync(request, Token))
        {
            weave.Order.ShouldBe(["first"]);
            weave.Results[1].Outcome.ShouldBe(PatchOutcome.Stale);
            weave.Results[1].Reason.ShouldNotBeNull().ShouldContain($"git fetch REMOTE {blob}");
        }

        await scene.Sandbox.GitInAsync(clone.GitDirectory, "fetch", "--quiet", "origin", blob);
        await using var again = await new Weaver(clone, scene.Scratch).WeaveAsync(request, Token);
        again.Order.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Weave_PatchMovesAwayWhatAnotherChanges_NeedsWhatTheTipHasBroughtToo()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.With("came", Snapshot.Lines(20, "came")), scene.Base, "Came");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/main", tip.Value);
        var clone = await CloneAsync(scene);
        var blob = await scene.Sandbox.GitAsync("rev-parse", $"{tip}:came");
        Writer(clone).WriteBlob(Start.Files["a"].Bytes.Span);
        var request = scene.Request(
            Patch(clone, scene, "move", Start.Renamed("a", "z").Edited("z", "line 18\n", "18\n")),
            Patch(clone, scene, "edit", Start.Edited("a", "line 3\n", "3\n"))) with { Tip = tip };
        await using var weave = await new Weaver(clone, scene.Scratch).WeaveAsync(request, Token);
        weave.Order.ShouldBe(["move"]);
        weave.Results[1].Reason.ShouldNotBeNull().ShouldContain(blob);
    }

    // Its result is in the clone, as that of a session there would be; the rest of its tree is not.
    private static WeavePatch Patch(GitRepository clone, WeaveScene scene, string label, Snapshot result)
    {
        foreach (var file in result.Files.Where(file => !Start.Files.Any(old => old.Value.Bytes.Span.SequenceEqual(file.Value.Bytes.Span))))
        {
            Writer(clone).WriteBlob(file.Value.Bytes.Span);
        }

        return new WeavePatch { Label = label, Source = new PatchSource.Change(new Patch(scene.Base, WithoutBlobs(clone, result))) };
    }

    private static TreeId WithoutBlobs(GitRepository clone, Snapshot files) => Writer(clone).WriteTree(
        [.. files.Files.Select(file => new TreeEntry(file.Value.Mode, file.Key, ObjectWriter.NameOf(ObjectKind.Blob, file.Value.Bytes.Span, clone.Format)))]);

    private static ObjectWriter Writer(GitRepository clone) => new(Path.Combine(clone.CommonDirectory, "objects"), clone.Format);

    private static async Task<GitRepository> CloneAsync(WeaveScene scene)
    {
        await scene.Sandbox.GitAsync("config", "uploadpack.allowFilter", "true");
        await scene.Sandbox.GitAsync("config", "uploadpack.allowAnySHA1InWant", "true");
        var folder = scene.Sandbox.Beside("clone.git");
        await scene.Sandbox.GitAsync("clone", "--quiet", "--bare", "--no-local", "--filter=blob:none", $"file://{scene.Sandbox.GitDirectory}", folder);
        return await GitRepository.OpenAsync(folder, scene.Sandbox.Environment, Token);
    }
}
