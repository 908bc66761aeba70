using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

/// <summary>Whatever agents cause, the events that tell of it can be recorded.</summary>
public sealed class EventBoundsTests
{
    [Fact]
    public async Task Fit_AnyNumberOfPathsAndAnyReason_FitsIntoARecord()
    {
        using var folder = new TemporaryFolder();
        var held = new PatchHeld
        {
            Sprint = 7, At = DateTimeOffset.UnixEpoch, Weave = 1, Session = SessionId.Parse("s7-curator-1"), Patch = Names.Patch("p"),
            Paths = EventBounds.Fit(Enumerable.Range(0, 100_000).Select(i => $".github/{new string('\u0001', 20)}/{i}")),
            Reason = EventBounds.Fit(new string('\u0001', 1_000_000)),
        };

        await new FileEventLog(folder.Path, TimeProvider.System).AppendAsync([SprintEventRecord.ToRecord(held, "engine")], null, Scene.Token);

        held.Paths.Count.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Fit_CutWithinASurrogatePair_LeavesNoHalf() =>
        EventBounds.Fit("x" + string.Concat(Enumerable.Repeat("😀", 9000))).EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);

    [Fact]
    public void Fit_WhatIsShort_StaysWhole()
    {
        EventBounds.Fit(["a", "b"]).ShouldBe(["a", "b"]);
        EventBounds.Fit("a reason").ShouldBe("a reason");
        Encoding.UTF8.GetByteCount(EventBounds.Fit(new string('x', 9000))).ShouldBeLessThan(9000);
    }
}
