using CsCheck;
using Troupe.Core;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

/// <summary>What a weave gives is what carrying one patch after another gives, whatever was foreseen and composed on the way.</summary>
public sealed class SequentialEqualityTests
{
    [Fact]
    [Trait("Suite", "Slow")]
    public async Task WeaveAsync_RandomSprint_EqualsTheSequentialCarry()
    {
        using var scene = await WeaveScene.CreateAsync(RandomSprint.Start);
        await RandomSprint.Patches.SampleAsync(
            snapshots => CheckAsync(scene, snapshots), iter: Stress.Times(40), threads: 1, print: Describe);
    }

    private static async Task CheckAsync(WeaveScene scene, Snapshot[] snapshots)
    {
        var patches = snapshots.Select((snapshot, i) => scene.Patch($"p{i}", snapshot)).ToArray();
        await using var weave = await scene.WeaveAsync(patches);
        weave.Results.Count.ShouldBe(patches.Length);

        // What landed, carried alone and in order, all merges and gives the same tree.
        var landed = weave.Results.Where(result => result.Outcome == PatchOutcome.Landed).Select(result => result.Change!).ToList();
        var (tree, merged) = await SequentialCarry.RunAsync(scene, scene.Base, landed, TestContext.Current.CancellationToken);
        merged.ShouldAllBe(clean => clean);
        weave.Tree.ShouldBe(tree);

        // And nobody was sent back without need: every other patch conflicts in its turn, adds nothing, or would land astray.
        if (weave.Results.Any(result => result.Conflicts.Any(conflict => conflict.Kind == ConflictKind.CrossPatchRename)))
        {
            return;
        }

        var all = weave.Results.Select(result => result.Change!).ToList();
        var (wholeTree, wholeMerged) = await SequentialCarry.RunAsync(scene, scene.Base, all, TestContext.Current.CancellationToken);
        wholeTree.ShouldBe(weave.Tree);
        weave.Results.Select(result => result.Outcome != PatchOutcome.Conflicted).ShouldBe(wholeMerged);
        foreach (var result in weave.Results.Where(result => result.Outcome == PatchOutcome.Conflicted))
        {
            result.Conflicts.ShouldNotBeEmpty();
            foreach (var conflict in result.Conflicts)
            {
                conflict.Counterparts.Count.ShouldBeGreaterThan(0, $"{result.Patch.Label} after {string.Join(", ", weave.Order)}: {conflict.Detail}");
            }
        }
    }

    private static string Describe(Snapshot[] snapshots) => string.Join("\n---\n", snapshots.Select(snapshot => string.Join(
        "\n",
        snapshot.Files.Where(file => RandomSprint.Start.Files.GetValueOrDefault(file.Key) is not { } old || !old.Bytes.Span.SequenceEqual(file.Value.Bytes.Span) || old.Mode != file.Value.Mode)
            .Select(file => $"{file.Value.Mode} {file.Key}: {file.Value.Text}")
            .Concat(RandomSprint.Start.Files.Keys.Except(snapshot.Files.Keys).Select(path => $"- {path}")))));
}
