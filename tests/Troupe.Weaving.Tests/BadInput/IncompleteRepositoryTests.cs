using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.BadInput;

/// <summary>Repositories that lack objects, or cannot take any.</summary>
public sealed class IncompleteRepositoryTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ShallowClone_ForkIsCutOff_SaysHowToGetIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var changed = Start.Edited("b", "other 3\n", "x\n");
        var tip = scene.Commit(changed, scene.Base, "Later");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/main", tip.Value);
        var clone = await CloneAsync(scene, "--depth=1");
        var good = changed.Edited("a", "line 3\n", "3\n");
        await using var weave = await new Weaver(clone, scene.Scratch).WeaveAsync(
            scene.Request(
                new WeavePatch { Label = "lost", Source = new PatchSource.Change(new Patch(scene.Base, await TreeAsync(clone, good))) },
                new WeavePatch { Label = "found", Source = new PatchSource.Change(new Patch(tip, await TreeAsync(clone, good))) }) with { Tip = tip },
            Token);

        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Stale);
        weave.Results[0].Reason.ShouldNotBeNull().ShouldContain("git fetch --unshallow");
        weave.Order.ShouldBe(["found"]);
    }

    [Fact]
    public async Task PartialClone_PatchWithoutItsFiles_SaysWhichAndFetchesNothing()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var lost = scene.Commit(Start.Edited("a", "line 3\n", "3\n"), scene.Base, "Lost");
        await scene.Sandbox.GitAsync("update-ref", "refs/heads/lost", lost.Value);
        await scene.Sandbox.GitAsync("config", "uploadpack.allowFilter", "true");
        await scene.Sandbox.GitAsync("config", "uploadpack.allowAnySHA1InWant", "true");
        var clone = await CloneAsync(scene, "--filter=blob:none");
        var found = await TreeAsync(clone, Start.Edited("b", "other 3\n", "x\n"));
        var packs = Packs(clone);
        await using var weave = await new Weaver(clone, scene.Scratch).WeaveAsync(
            scene.Request(
                new WeavePatch { Label = "lost", Source = new PatchSource.Revision("origin/lost") },
                new WeavePatch { Label = "found", Source = new PatchSource.Change(new Patch(scene.Base, found)) }),
            Token);

        var blob = await scene.Sandbox.GitAsync("rev-parse", $"{lost}:a");
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Stale);
        weave.Results[0].Reason.ShouldNotBeNull().ShouldContain($"git fetch REMOTE {blob}");
        weave.Results[0].Conflicts.ShouldHaveSingleItem().Path.ShouldBe("a");
        weave.Order.ShouldBe(["found"]);
        (await clone.Git.TryRunAsync(["cat-file", "-e", blob], GitCall.Plain, Token)).ExitCode.ShouldNotBe(0);
        Packs(clone).ShouldBe(packs);

        await weave.PublishAsync(Token);
        Directory.EnumerateFiles(Path.Combine(clone.CommonDirectory, "objects", "pack"), "*.promisor").Count().ShouldBe(packs.Count(name => name.EndsWith(".promisor", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ObjectStoreThatTakesNothing_PlanWorksAndPublishingLeavesNothingHalf()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var objects = Path.Combine(scene.Sandbox.GitDirectory, "objects");
        var patch = scene.Patch("it", s => s.Edited("a", "line 3\n", "3\n"));
        Directory.Delete(Path.Combine(objects, "pack"));
        var before = GitSandbox.Fingerprint(objects);
        File.CreateSymbolicLink(Path.Combine(objects, "pack"), scene.Sandbox.Beside("nowhere/else"));
        await using var weave = await scene.WeaveAsync(patch);
        weave.Order.ShouldBe(["it"]);

        var failure = await Should.ThrowAsync<TroupeException>(() => weave.PublishAsync(Token));
        failure.Message.ShouldContain("objects");
        File.Delete(Path.Combine(objects, "pack"));
        GitSandbox.Fingerprint(objects).ShouldBe(before);
    }

    private static async Task<GitRepository> CloneAsync(WeaveScene scene, string how)
    {
        var folder = scene.Sandbox.Beside("clone.git");
        await scene.Sandbox.GitAsync("clone", "--quiet", "--bare", "--no-local", how, $"file://{scene.Sandbox.GitDirectory}", folder);
        await scene.Sandbox.GitInAsync(folder, "config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*");
        await scene.Sandbox.GitInAsync(folder, "update-ref", "refs/remotes/origin/main", "refs/heads/main");
        foreach (var lost in (await scene.Sandbox.GitInAsync(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads/lost")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await scene.Sandbox.GitInAsync(folder, "update-ref", $"refs/remotes/origin/{lost}", $"refs/heads/{lost}");
        }

        return await GitRepository.OpenAsync(folder, scene.Sandbox.Environment, Token);
    }

    private static Task<TreeId> TreeAsync(GitRepository repository, Snapshot files) =>
        Task.FromResult(files.Write(new ObjectWriter(Path.Combine(repository.CommonDirectory, "objects"), repository.Format)));

    private static List<string> Packs(GitRepository repository) =>
        [.. Directory.EnumerateFiles(Path.Combine(repository.CommonDirectory, "objects", "pack")).Order(StringComparer.Ordinal)];
}
