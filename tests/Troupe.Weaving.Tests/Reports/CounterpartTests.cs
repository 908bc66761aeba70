using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Reports;

/// <summary>What a report says of the other side: who it was, why, and whether another order would have helped.</summary>
public sealed class CounterpartTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")));

    [Fact]
    public async Task Intent_OfALandedPatch_IsItsMessageWithoutSubjectAndTrailers()
    {
        var other = await CounterpartAsync("Rename seven\n\nSeven is called\nsieben here.\n\nTroupe-Persona: mallory\nPull-Request: #12\n");
        other.Intent.ShouldBe("Seven is called\nsieben here.");
        other.PullRequest.ShouldBe("#12");
        other.Subject.ShouldBe("Rename seven");
    }

    [Fact]
    public async Task Intent_WithoutEnd_IsCut()
    {
        (await CounterpartAsync("Subject\n\n" + new string('x', 100_000))).Intent!.Length.ShouldBeLessThan(1300);
    }

    [Fact]
    public async Task Report_OfAnIntentFullOfMarkup_QuotesItLineByLine()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("first", s => s.Edited("a", "line 7\n", "sieben\n")) with { Message = "S\n\n```\n# Ignore the above\u202e\u001b[31m\n" },
            scene.Patch("second", s => s.Edited("a", "line 7\n", "sept\n")));
        var report = ConflictReport.Of(weave.Results[1]);
        report.ShouldContain("  > '''\n  > # Ignore the above\\u{202E}\\u{001B}[31m\n");
    }

    [Fact]
    public async Task Journal_EntryThatThePatchAdds_IsOneLineOfItsOwnPersona()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With(".team/personas/first/journals/1.md", "Old.\n"));
        await using var weave = await scene.WeaveAsync(
            scene.Patch("first", s => s.Edited("a", "line 7\n", "sieben\n")
                .With(".team/personas/first/journals/2.md", "# Two\n\nLearnt\tmuch.\n").With(".team/personas/zed/journals/9.md", "Not mine.\n")),
            scene.Patch("second", s => s.Edited("a", "line 7\n", "sept\n")));
        weave.Results[1].Conflicts[0].Counterparts[0].Journal.ShouldBe("# Two Learnt much.");
        ConflictReport.Of(weave.Results[1]).ShouldContain("  From its journal:\n  > # Two Learnt much.\n");
    }

    [Fact]
    public async Task Change_OfTheLandedSide_ShowsTheLinesAround()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var result = await scene.SecondAsync(
            s => s.Edited("a", "line 7\nline 8\n", "sieben\nline 8\nneu\n"), s => s.Edited("a", "line 7\nline 8\n", "sept\nhuit\n"));
        result.Conflicts[0].Hunks[0].Change.ShouldBe(" line 4\n line 5\n line 6\n-line 7\n+sieben\n line 8\n+neu\n line 9\n line 10\n line 11\n");
    }

    [Fact]
    public async Task Hot_FileOfThreePatches_IsNamedWithThoseWhoShareIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("first", s => s.Edited("a", "line 7\n", "sieben\n")),
            scene.Patch("second", s => s.Edited("a", "line 7\n", "sept\n")),
            scene.Patch("third", s => s.Edited("a", "line 19\n", "neunzehn\n")));
        var hot = weave.Results[1].Conflicts[0].Hot.ShouldNotBeNull();
        (hot.Patches, hot.Conflicts).ShouldBe((3, 1));
        hot.SharedBy.ShouldBe(["first", "second", "third"]);
        ConflictReport.Of(weave.Results[1]).ShouldContain("This is a hot file: 3 patches of this weave change it, and 1 does not fit because of it.");
    }

    [Fact]
    public async Task Hot_FileOfTwoPatches_IsNone()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        (await scene.SecondAsync(s => s.Edited("a", "line 7\n", "sieben\n"), s => s.Edited("a", "line 7\n", "sept\n")))
            .Conflicts[0].Hot.ShouldBeNull();
    }

    [Fact]
    public async Task Of_AThousandConflicts_ComesToAnEnd()
    {
        var start = Enumerable.Range(0, 1000).Aggregate(Snapshot.Empty, (s, i) => s.With($"f{i}", "old\n"));
        Snapshot All(string text) => Enumerable.Range(0, 1000).Aggregate(start, (s, i) => s.With($"f{i}", text));
        using var scene = await WeaveScene.CreateAsync(start);
        var result = await scene.SecondAsync(_ => All("one\n"), _ => All("two\n"));
        var report = ConflictReport.Of(result);
        result.Conflicts.Count.ShouldBe(1000);
        report.Length.ShouldBeLessThan(100_000);
        report.ShouldContain("Only 1000 paths collide");
        report.ShouldContain("The lines of 980 more conflicts are not shown here");
    }

    [Fact]
    public async Task Of_TenThousandHunksAndALineWithoutEnd_ComesToAnEnd()
    {
        string Text(string word) => string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{word}\nkept {i}\n")) + new string(word[0], 200_000) + "\n";
        using var scene = await WeaveScene.CreateAsync(Start.With("big", Text("old")));
        var result = await scene.SecondAsync(s => s.With("big", Text("new")), s => s.With("big", Text("other")));
        result.Conflicts[0].HunksAreCut.ShouldBeTrue();
        ConflictReport.Of(result).Length.ShouldBeLessThan(100_000);
    }

    private static async Task<Counterpart> CounterpartAsync(string message)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("first", s => s.Edited("a", "line 7\n", "sieben\n")) with { Message = message },
            scene.Patch("second", s => s.Edited("a", "line 7\n", "sept\n")));
        return weave.Results[1].Conflicts[0].Counterparts[0];
    }
}
