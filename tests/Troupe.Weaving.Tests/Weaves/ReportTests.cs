using System.Text;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

public sealed class ReportTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")));

    [Fact]
    public async Task Of_ContentConflict_SaysWhatWithWhomAndWhatToDo()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await ConflictAsync(scene);
        var report = ConflictReport.Of(weave.Results[1], weave.Head);

        report.ShouldStartWith("# second: does not merge\n\n> Work of second\n\nIt does not merge with first: content in a.\n");
        report.ShouldContain("- `first`: Work of first\n");
        report.ShouldContain("At line 7 of the landed file:\n\n*you found:*\n```\nline 7\n```\n\n*has landed:*\n```\nsieben\n```\n\n*you want:*\n```\nsept\n```\n");
        report.ShouldContain($"Start again from `{weave.Head}`");
        report.ShouldContain("your other path merges as it is");
    }

    [Fact]
    public async Task Of_FencesInTheText_StayInside()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var result = await scene.SecondAsync(s => s.Edited("a", "line 7\n", "```\n"), s => s.Edited("a", "line 7\n", "\u001b[31mred\n"));
        var report = ConflictReport.Of(result);
        report.ShouldContain("````\n```\n````\n");
        report.ShouldContain("\\u{001B}[31mred");
    }

    [Fact]
    public async Task Of_ChangeOfADeletedFile_SaysWhoDeletesItAndWhatWasChangedFromWhat()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var report = ConflictReport.Of(await scene.SecondAsync(s => s.Without("a"), s => s.Edited("a", "line 7\n", "sept\n")));
        report.ShouldContain("`first` deletes this file, and you changed it.\n");
        report.ShouldContain(
            "What you changed in the file that is deleted, at line 7:\n\n*both found:*\n```\nline 7\n```\n\n*you want:*\n```\nsept\n```\n");
        report.ShouldNotContain("has landed:*");
    }

    [Fact]
    public async Task Of_DeletionOfAChangedFile_SaysWhoChangesItAndWhatFromWhat()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var report = ConflictReport.Of(await scene.SecondAsync(s => s.Edited("a", "line 7\n", "sieben\n"), s => s.Without("a")));
        report.ShouldContain("`first` changes this file, and you delete it.\n");
        report.ShouldContain(
            "What was changed in the file that you delete, at line 7:\n\n*both found:*\n```\nline 7\n```\n\n*has landed:*\n```\nsieben\n```\n");
        report.ShouldNotContain("you want:*");
    }

    [Fact]
    public async Task Of_PatchThatFits_SaysWhetherItHasLanded()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Patch("first", s => s.Without("a")));
        ConflictReport.Of(weave.Results[0]).ShouldStartWith("# first: landed\n");
        ConflictReport.Of(weave.Results[0], isPlan: true).ShouldStartWith("# first: would land\n");
    }

    [Fact]
    public async Task BuildAsync_ContentConflict_HasThreeSidesAndTheReport()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await ConflictAsync(scene);
        var kit = await ReworkKit.BuildAsync(weave.Git, weave.Results[1], weave.Head, TestContext.Current.CancellationToken);

        kit.Select(file => file.Path).ShouldBe(
            [".troupe/conflict/REPORT.md", ".troupe/conflict/report.json", ".troupe/conflict/a.base", ".troupe/conflict/a.ours", ".troupe/conflict/a.theirs"]);
        Encoding.UTF8.GetString(kit[3].Content.Span).ShouldBe(Start.Edited("a", "line 7\n", "sieben\n").Files["a"].Text);
    }

    private static Task<Weave> ConflictAsync(WeaveScene scene) => scene.WeaveAsync(
        scene.Patch("first", s => s.Edited("a", "line 7\n", "sieben\n")),
        scene.Patch("second", s => s.Edited("a", "line 7\n", "sept\n").With("n", "x\n")));
}
