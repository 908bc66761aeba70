using System.Diagnostics;

namespace Troupe.Weaving.Tests.Texts;

public sealed class LineDiffTests
{
    [Fact]
    public void Of_EverySecondLineDiffers_IsToldWithinItsWork()
    {
        int[] before = [.. Enumerable.Range(0, 60_000)];
        int[] after = [.. before.Select(line => line % 2 == 0 ? line : line + 1_000_000)];
        var clock = Stopwatch.StartNew();

        var changes = LineDiff.Of(before, after);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        changes.Count.ShouldBeGreaterThan(10);
        changes[^1].To.ShouldBe(before.Length);
        changes.ShouldAllBe(change => change.To > change.From);
    }
}
