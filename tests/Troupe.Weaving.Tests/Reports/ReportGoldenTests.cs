using System.Text;
using System.Text.RegularExpressions;
using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Reports;

/// <summary>One report for each kind, as its author reads it.</summary>
public sealed class ReportGoldenTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")), ("w", Crlf(Snapshot.Lines(20, "window"))),
        ("q", Snapshot.Lines(20, "quiet")), (".gitattributes", "q binary\n"));

    public static TheoryData<string> Kinds => [.. Cases.Keys];

    private static Dictionary<string, (Func<Snapshot, Snapshot> First, Func<Snapshot, Snapshot> Second)> Cases { get; } = new()
    {
        ["content"] = (s => s.Edited("a", "line 7\n", "sieben\n"), s => s.Edited("a", "line 7\n", "sept\n")),
        ["both-append"] = (s => s.With("a", s.Files["a"].Text + "one\n"), s => s.With("a", s.Files["a"].Text + "two\n")),
        ["add-add"] = (s => s.With("n", "one\n"), s => s.With("n", "two\n")),
        ["modify-delete"] = (s => s.Without("a"), s => s.Edited("a", "line 7\n", "sept\n")),
        ["delete-modify"] = (s => s.Edited("a", "line 7\n", "sieben\n"), s => s.Without("a")),
        ["rename-delete"] = (s => s.Without("a"), s => s.Renamed("a", "c")),
        ["delete-rename"] = (s => s.Renamed("a", "c"), s => s.Without("a")),
        ["rename-rename"] = (s => s.Renamed("a", "c"), s => s.Renamed("a", "d")),
        ["rename-add"] = (s => s.With("c", "new\n"), s => s.Renamed("a", "c")),
        ["file-directory"] = (s => s.With("n", "file\n"), s => s.With("n/x", "folder\n")),
        ["binary"] = (s => s.With("p", "\0one"), s => s.With("p", "\0two")),
        ["only-removed"] = (s => s.Edited("a", "line 7\n", "sieben\n"), s => s.Edited("a", "line 7\n", "")),
        ["removed-by-others"] = (s => s.Edited("a", "line 7\n", ""), s => s.Edited("a", "line 7\n", "sept\n")),
        ["both-append-alike"] = (s => s.With("a", s.Files["a"].Text + "one\ntwo\n"), s => s.With("a", s.Files["a"].Text + "one\ntwo\nthree\n")),
        ["add-add-alike"] = (s => s.With("n", Snapshot.Lines(9)), s => s.With("n", Snapshot.Lines(9).Replace("line 5\n", "cinq\n", StringComparison.Ordinal))),
        ["modify-moved"] = (s => s.Without("a").With("x/a", "short\n").With("x/z", "other\n"), s => s.Edited("a", "line 7\n", "sept\n").Edited("a", "line 15\n", "quinze\n")),
        ["modify-delete-only-removed"] = (s => s.Without("a"), s => s.Edited("a", "line 7\n", "")),
        ["renames-to-one-name"] = (s => s.Renamed("a", "c"), s => s.Renamed("b", "c")),
        ["rename-add-alike"] = (s => s.With("c", s.Files["a"].Text + "more\n"), s => s.Renamed("a", "c").Edited("c", "line 7\n", "sept\n")),
        ["add-rename"] = (s => s.Renamed("a", "c"), s => s.With("c", "new\n")),
        ["directory-file"] = (s => s.With("n/x", "folder\n"), s => s.With("n", "file\n")),
        ["binary-by-attribute"] = (s => s.Edited("q", "quiet 7\n", "sieben\n"), s => s.Edited("q", "quiet 7\n", "sept\n")),
        ["case-only"] = (s => s.With("Read me.md", "one\n"), s => s.With("READ ME.md", "two\n")),
        ["line-endings"] = (s => s.Edited("w", "window 7\r\n", "sieben\r\n"), s => s.With("w", Unix(s.Files["w"].Text).Replace("window 9\n", "neuf\n", StringComparison.Ordinal))),
        ["line-endings-and-lines"] = (s => s.Edited("w", "window 7\r\n", "sieben\r\n"), s => s.With("w", Unix(s.Files["w"].Text).Replace("window 7\n", "sept\n", StringComparison.Ordinal))),
        ["line-endings-only"] = (s => s.Edited("w", "window 7\r\n", "sieben\r\n"), s => s.With("w", Unix(s.Files["w"].Text))),
        ["line-endings-landed"] = (s => s.With("w", Unix(s.Files["w"].Text)), s => s.Edited("w", "window 7\r\n", "sept\r\n")),
        ["line-endings-by-both"] = (s => s.With("w", Unix(s.Files["w"].Text).Replace("window 7\n", "sieben\n", StringComparison.Ordinal)), s => s.With("w", Unix(s.Files["w"].Text))),
        ["mode"] = (s => s.With("n", new FileState(EntryMode.Regular, FileState.Of("n\n").Bytes)), s => s.With("n", new FileState(EntryMode.Executable, FileState.Of("n\n").Bytes))),
        ["symlink"] = (s => s.With("n", new FileState(EntryMode.Symlink, FileState.Of("a").Bytes)), s => s.With("n", new FileState(EntryMode.Symlink, FileState.Of("b").Bytes))),
    };

    private static string Diff => "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-line 1\n+un\n";

    private static string Crlf(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    private static string Unix(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_EachKind_ReadsLikeThis(string kind)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var (first, second) = Cases[kind];
        var result = await scene.SecondAsync(first, second);
        result.Outcome.ShouldBe(PatchOutcome.Conflicted);
        Golden.Check($"reports/{kind}.md", ConflictReport.Of(result, scene.Base).Replace(scene.Base.Value, "COMMIT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_AMissingBase_SaysHowToGetIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var lost = CommitId.Parse(new string('5', 40));
        await using var weave = await scene.WeaveAsync(new WeavePatch { Label = "late", Source = new PatchSource.Text(Encoding.UTF8.GetBytes(Diff), lost) });

        var result = weave.Results.ShouldHaveSingleItem();

        result.Outcome.ShouldBe(PatchOutcome.Stale);
        Golden.Check("reports/missing-base.md", ConflictReport.Of(result, scene.Base));
    }

    [Fact]
    public async Task Of_TwoConflictsWithOneCounterpart_SaysOnceWhy()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("first", s => s.Edited("a", "line 7\n", "sieben\n").Edited("b", "other 7\n", "sieben\n")) with { Message = "Number in German\n\nBecause of the reader." },
            scene.Patch("second", s => s.Edited("a", "line 7\n", "sept\n").Edited("b", "other 7\n", "sept\n")));

        var report = ConflictReport.Of(weave.Results[1], scene.Base);

        Regex.Count(report, "Because of the reader").ShouldBe(1);
        report.ShouldContain("- `first`: Number in German (more of it above)\n");
    }

    [Fact]
    public async Task Of_ManyConflictsOfManyPatches_HasTheLinesOfEach()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        static Snapshot Many(Snapshot start, string text) => Enumerable.Range(0, 15).Aggregate(start, (s, i) => s.With($"f{i}", text));
        await using var weave = await scene.WeaveAsync(
            [.. Enumerable.Range(0, 16).Select(i => scene.Patch($"p{i:00}", s => Many(s, $"text {i}\n")))]);

        weave.Results.Skip(1).SelectMany(result => result.Conflicts).ShouldAllBe(conflict => conflict.Hunks.Count == 1);
    }

    [Fact]
    public async Task ReportOutput_OfAConflict_ReadsLikeThis()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var (first, second) = Cases["content"];
        var result = await scene.SecondAsync(first, second);
        var json = ReportOutput.Of(result, scene.Base).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        Golden.Check(
            "reports/report.json",
            json.Replace(scene.Base.Value, "COMMIT", StringComparison.Ordinal).Replace(result.Change!.Id.Value, "PATCH", StringComparison.Ordinal) + "\n");
    }
}
