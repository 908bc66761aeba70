using System.Diagnostics;
using System.Text;
using Troupe.Core;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.BadInput;

/// <summary>Input of a size that nobody means to hand in. What it took is printed; that it ends well is asserted.</summary>
[Trait("Suite", "Slow")]
public sealed class HugeInputTests
{
    private static readonly Snapshot Small = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")));

    [Fact]
    public async Task Diff_OfFiftyMegabytes_LandsBesideTheOthers()
    {
        using var scene = await WeaveScene.CreateAsync(Small);
        const int Lines = 1_000_000;
        var diff = new StringBuilder().Append("--- /dev/null\n+++ b/big.txt\n@@ -0,0 +1,").Append(Lines).Append(" @@\n");
        for (var i = 0; i < Lines; i++)
        {
            diff.Append("+a line of a file that nobody should have made ").Append(i).Append('\n');
        }

        var source = new PatchSource.Text(Encoding.ASCII.GetBytes(diff.ToString()), scene.Base);
        var allocated = GC.GetTotalAllocatedBytes();
        await using var weave = await TimedAsync(scene, scene.Request(
            new WeavePatch { Label = "huge", Source = source }, scene.Patch("other", s => s.Edited("a", "line 3\n", "3\n"))) with { Policy = true });
        TestContext.Current.TestOutputHelper?.WriteLine($"{source.Bytes.Length >> 20} MiB of diff, {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MiB allocated");
        weave.Order.ShouldBe(["huge", "other"]);
    }

    [Fact]
    public async Task Tree_OfAHundredThousandFiles_IsReadOnlyWhereItChanges()
    {
        using var scene = await WeaveScene.CreateAsync(Small);
        var files = Enumerable.Range(0, 100_000).Select(i => ($"d{i / 1000}/s{i / 100 % 10}/f{i % 100}", Small.Files["a"]));
        var huge = new Snapshot(Small.Files.AddRange(files.Select(file => KeyValuePair.Create(file.Item1, file.Item2))));
        var tip = scene.Commit(huge, scene.Base, "Huge");
        var patches = Enumerable.Range(1, 5).Select(i => new WeavePatch
        {
            Label = $"p{i}",
            Source = new PatchSource.Change(new Patch(tip, scene.Tree(huge.Edited($"d{i}/s1/f1", "line 3\n", $"{i}\n").With($"d{i}/new", "n\n")))),
        }).ToArray();
        await using (var small = await TimedAsync(scene, scene.Request(scene.Patch("it", s => s.Without("b")))))
        {
            small.Order.Count.ShouldBe(1);
        }

        await using var weave = await TimedAsync(scene, scene.Request(patches) with { Tip = tip, Policy = true });
        weave.Order.Count.ShouldBe(5);
    }

    private static async Task<Weave> TimedAsync(WeaveScene scene, WeaveRequest request)
    {
        var clock = Stopwatch.StartNew();
        var weave = await scene.WeaveAsync(request);
        TestContext.Current.TestOutputHelper?.WriteLine($"{request.Patches.Count} patches: {clock.ElapsedMilliseconds} ms");
        return weave;
    }
}
