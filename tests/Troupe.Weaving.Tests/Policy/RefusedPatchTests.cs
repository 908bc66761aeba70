using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Policy;

/// <summary>What goes back at once where a request has a policy.</summary>
public sealed class RefusedPatchTests
{
    private const string Conflict = "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> branch\n";

    private static readonly Snapshot Start = Snapshot.Of(
        ("a", Snapshot.Lines(20)), ("manual.rst", "Merging\n=======\n\n" + Conflict), ("patches/one.patch", "x\n"), (".troupe/old", "x\n"));

    [Fact]
    public async Task ConflictMarkers_ThatThePatchAdds_AreRefusedWithTheirLines()
    {
        var result = await OneAsync(s => s.Edited("a", "line 7\n", Conflict));
        result.Outcome.ShouldBe(PatchOutcome.Malformed);
        result.Reason.ShouldNotBeNull().ShouldContain("'a' line 7 ('<<<<<<< HEAD'), 'a' line 11 ('>>>>>>> branch')");
        result.Paths.ShouldBe(["a"]);
    }

    [Fact]
    public async Task ConflictMarkers_WithoutAPolicy_Land()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Patch("it", s => s.Edited("a", "line 7\n", Conflict)));
        weave.Order.ShouldBe(["it"]);
    }

    [Fact]
    public async Task ConflictMarkers_ThatWereThereBefore_AreNotThePatchsFault()
    {
        (await OneAsync(s => s.Edited("manual.rst", "Merging\n", "On merging\n"))).Outcome.ShouldBe(PatchOutcome.Landed);
        (await OneAsync(s => s.Edited("manual.rst", "Merging\n", "On merging\n" + Conflict))).Outcome.ShouldBe(PatchOutcome.Landed);
        (await OneAsync(s => s.Renamed("manual.rst", "docs/manual.rst"))).Outcome.ShouldBe(PatchOutcome.Landed);
    }

    [Fact]
    public async Task ConflictMarkers_UnderlinedHeadingsAndBinaryFiles_Land()
    {
        (await OneAsync(s => s.With("b.rst", "Heading\n=======\n"))).Outcome.ShouldBe(PatchOutcome.Landed);
        (await OneAsync(s => s.With("b.bin", "\0" + Conflict))).Outcome.ShouldBe(PatchOutcome.Landed);
    }

    [Fact]
    public async Task ConflictMarkers_WhereTheTipGivesThemAnotherSize_CountAtThatSize()
    {
        var start = Start.With(".gitattributes", "t/* conflict-marker-size=32\n");
        (await OneAsync(start, s => s.With("t/merge.sh", Conflict))).Outcome.ShouldBe(PatchOutcome.Landed);
        (await OneAsync(start, s => s.With("t/merge.sh", new string('<', 32) + " HEAD\n"))).Outcome.ShouldBe(PatchOutcome.Malformed);
    }

    [Fact]
    public async Task ConflictMarkers_More_AreCounted()
    {
        var result = await OneAsync(s => s.With("n", string.Concat(Enumerable.Repeat(Conflict, 8))));
        result.Reason.ShouldNotBeNull().ShouldContain("and 6 more");
    }

    [Theory]
    [InlineData("src/a.cs.orig")]
    [InlineData("src/a.cs.REJ")]
    [InlineData("fix.patch")]
    [InlineData(".troupe/conflict/a.ours")]
    [InlineData(".team/outbox/letter.md")]
    [InlineData(".team/mail/events.jsonl")]
    [InlineData(".team/personas/other/journals/today.md")]
    [InlineData(".TEAM/Personas/other/journals/today.md")]
    public async Task Path_ThatIsNoWork_IsRefused(string path)
    {
        var result = await OneAsync(s => s.With(path, "x\n").Edited("a", "line 7\n", "7\n"));
        result.Outcome.ShouldBe(PatchOutcome.Malformed);
        result.Reason.ShouldNotBeNull().ShouldContain($"'{path}'");
    }

    [Fact]
    public async Task Path_DiffWhereTheTipHasDiffsAlready_Lands()
    {
        (await OneAsync(s => s.With("patches/two.patch", "y\n"))).Outcome.ShouldBe(PatchOutcome.Landed);
        (await OneAsync(s => s.Renamed("patches/one.patch", "debian/one.patch"))).Outcome.ShouldBe(PatchOutcome.Landed);
    }

    [Fact]
    public async Task Path_SessionFileThatThePatchTakesAway_Lands() =>
        (await OneAsync(s => s.Without(".troupe/old"))).Outcome.ShouldBe(PatchOutcome.Landed);

    [Fact]
    public async Task Path_RubbishAndTheJudge_IsRefusedBeforeAHumanIsAsked() =>
        (await OneAsync(s => s.With("a.orig", "x\n").With(".github/ci.yml", "x\n"))).Outcome.ShouldBe(PatchOutcome.Malformed);

    private static Task<PatchResult> OneAsync(Func<Snapshot, Snapshot> edit) => OneAsync(Start, edit);

    private static async Task<PatchResult> OneAsync(Snapshot start, Func<Snapshot, Snapshot> edit)
    {
        using var scene = await WeaveScene.CreateAsync(start);
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("it", edit)) with { Policy = true });
        return weave.Results[0];
    }
}
