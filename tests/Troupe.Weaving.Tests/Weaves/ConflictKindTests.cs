using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

/// <summary>Each kind of conflict, made by two real patches.</summary>
public sealed class ConflictKindTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")), ("d/f", "inside\n"))
        .With("bin", new FileState(EntryMode.Regular, new byte[] { 1, 0, 2 }))
        .With("link", FileState.Link("a"));

    [Fact]
    public async Task Content_SameLineChangedTwice_GivesAllThreeSides()
    {
        var conflict = await ConflictAsync(s => s.Edited("a", "line 7\n", "sieben\n"), s => s.Edited("a", "line 7\n", "sept\n"));

        conflict.Kind.ShouldBe(ConflictKind.Content);
        conflict.Path.ShouldBe("a");
        (conflict.Hunks.ShouldHaveSingleItem() with { Change = "" }).ShouldBe(new Hunk(7, "line 7\n", "sieben\n", "sept\n"));
        conflict.Counterparts.ShouldHaveSingleItem()
            .ShouldBe(new Counterpart("first", PersonaId.Parse("first"), "Work of first") { FitsAfterwards = false });
        conflict.IsJoint.ShouldBeFalse();
    }

    [Fact]
    public async Task AddAdd_BothAddTheFile_IsNamed()
    {
        var conflict = await ConflictAsync(s => s.With("n", "one\n"), s => s.With("n", "two\n"));
        conflict.Kind.ShouldBe(ConflictKind.AddAdd);
        (conflict.Hunks.ShouldHaveSingleItem() with { Change = "" }).ShouldBe(new Hunk(1, "", "one\n", "two\n"));
    }

    [Fact]
    public async Task ModifyDelete_LandedDeletes_ShowsTheChange()
    {
        var conflict = await ConflictAsync(s => s.Without("a"), s => s.Edited("a", "line 7\n", "sept\n"));
        conflict.Kind.ShouldBe(ConflictKind.ModifyDelete);
        conflict.Ours.ShouldBeNull();
        conflict.Hunks.ShouldHaveSingleItem().ShouldBe(new Hunk(7, "line 7\n", "", "sept\n"));
    }

    [Fact]
    public async Task ModifyDelete_PatchDeletes_IsNamed()
    {
        var conflict = await ConflictAsync(s => s.Edited("a", "line 7\n", "sept\n"), s => s.Without("a"));
        conflict.Kind.ShouldBe(ConflictKind.ModifyDelete);
        conflict.Theirs.ShouldBeNull();
    }

    [Fact]
    public async Task RenameDelete_OneRenamesTheOtherDeletes_NamesBothPaths()
    {
        var conflict = await ConflictAsync(s => s.Without("a"), s => s.Renamed("a", "a2"));
        conflict.Kind.ShouldBe(ConflictKind.RenameDelete);
        new[] { conflict.Path }.Concat(conflict.OtherPaths).ShouldBe(["a2", "a"], ignoreOrder: true);
        conflict.Counterparts.ShouldHaveSingleItem().Label.ShouldBe("first");
    }

    [Fact]
    public async Task RenameRename_OneFileToTwoNames_IsOneConflict()
    {
        var conflict = await ConflictAsync(s => s.Renamed("a", "a1"), s => s.Renamed("a", "a2"));
        conflict.Kind.ShouldBe(ConflictKind.RenameRename);
        conflict.Path.ShouldBe("a");
        conflict.OtherPaths.ShouldBe(["a1", "a2"]);
    }

    [Fact]
    public async Task RenameRename_TwoFilesToOneName_IsNotCalledAddAdd()
    {
        var conflict = await ConflictAsync(s => s.Renamed("a", "c"), s => s.Renamed("b", "c"));
        conflict.Kind.ShouldBe(ConflictKind.RenameRename);
        conflict.Path.ShouldBe("c");
        conflict.OtherPaths.ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public async Task RenameAdd_RenamedToANameThatTheOtherAdds_IsNotCalledAddAdd()
    {
        var conflict = await ConflictAsync(s => s.With("c", "new\n"), s => s.Renamed("a", "c"));
        conflict.Kind.ShouldBe(ConflictKind.RenameAdd);
        conflict.OtherPaths.ShouldBe(["a"]);
    }

    [Fact]
    public async Task FileDirectory_FolderInTheWay_NamesThePathAsItIsWritten()
    {
        var conflict = await ConflictAsync(s => s.With("n/f", "in folder\n"), s => s.With("n", "file\n"));
        conflict.Kind.ShouldBe(ConflictKind.FileDirectory);
        conflict.Path.ShouldBe("n");
        conflict.Detail.ShouldNotMatch("[0-9a-f]{40}");
        conflict.Counterparts.ShouldHaveSingleItem().Label.ShouldBe("first");
    }

    [Fact]
    public async Task FileDirectory_FileInTheWayOfAFolder_IsNamed()
    {
        var conflict = await ConflictAsync(s => s.With("n", "file\n"), s => s.With("n/f", "in folder\n"));
        conflict.Kind.ShouldBe(ConflictKind.FileDirectory);
        conflict.Path.ShouldBe("n");
    }

    [Fact]
    public async Task Binary_BothChangeIt_HasNoHunks()
    {
        static FileState Bytes(byte last) => new(EntryMode.Regular, new byte[] { 1, 0, last });
        var conflict = await ConflictAsync(s => s.With("bin", Bytes(3)), s => s.With("bin", Bytes(4)));
        conflict.Kind.ShouldBe(ConflictKind.Binary);
        conflict.Hunks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mode_SameNewFileWithTwoModes_IsNamed()
    {
        var conflict = await ConflictAsync(s => s.With("n", "x\n"), s => s.With("n", "x\n").WithMode("n", EntryMode.Executable));
        conflict.Kind.ShouldBe(ConflictKind.Mode);
        (conflict.Ours!.Mode, conflict.Theirs!.Mode).ShouldBe(("100644", "100755"));
    }

    [Fact]
    public async Task Symlink_TwoTargets_IsNamed()
    {
        var conflict = await ConflictAsync(s => s.With("link", FileState.Link("b")), s => s.With("link", FileState.Link("d/f")));
        conflict.Kind.ShouldBe(ConflictKind.Symlink);
    }

    [Fact]
    public async Task Symlink_FileBecomesLinkAndIsEdited_IsOneConflict()
    {
        var conflict = await ConflictAsync(s => s.With("a", FileState.Link("b")), s => s.Edited("a", "line 7\n", "sept\n"));
        conflict.Kind.ShouldBe(ConflictKind.Symlink);
        conflict.Path.ShouldBe("a");
    }

    [Fact]
    public async Task Submodule_TwoCommits_IsNamed()
    {
        static FileState Submodule(char digit) => new(EntryMode.Gitlink, FileState.Of(new string(digit, 40)).Bytes);
        var conflict = await ConflictAsync(s => s.With("sub", Submodule('1')), s => s.With("sub", Submodule('2')));
        conflict.Kind.ShouldBe(ConflictKind.Submodule);
    }

    [Fact]
    public async Task CrossPatchRename_EditWouldLandInALookalike_DoesNotLand()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("copier", s => s.With("copy", s.Files["a"].Text + "more\n")),
            scene.Patch("remover", s => s.Without("a")),
            scene.Patch("editor", s => s.Edited("a", "line 7\n", "sept\n")));

        weave.Order.ShouldBe(["copier", "remover"]);
        var conflict = weave.Results[2].Conflicts.ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(ConflictKind.CrossPatchRename);
        conflict.Path.ShouldBe("copy");
        conflict.OtherPaths.ShouldBe(["a"]);
    }

    [Fact]
    public async Task CaseOnly_TwoPatchesAddOneName_DoesNotLandBoth()
    {
        var conflict = await ConflictAsync(s => s.With("docs/Guide.md", "one\n"), s => s.With("Docs/guide.md", "two\n"));
        conflict.Kind.ShouldBe(ConflictKind.CaseOnly);
        conflict.Path.ShouldBe("Docs/guide.md");
        conflict.OtherPaths.ShouldBe(["docs/Guide.md"]);
        conflict.Counterparts.ShouldHaveSingleItem().Label.ShouldBe("first");
        (conflict.Hunks.ShouldHaveSingleItem() with { Change = "" }).ShouldBe(new Hunk(1, "", "one\n", "two\n"));
        conflict.IsJoint.ShouldBeFalse();
    }

    [Theory]
    [InlineData("A", "a")]
    [InlineData("D", "d")]
    [InlineData("A/b", "a")]
    public async Task CaseOnly_NameOfTheTip_IsFoundForFilesAndFolders(string added, string there)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Patch("it", s => s.With(added, "new\n")));
        var conflict = weave.Results[0].Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Path).ShouldBe((ConflictKind.CaseOnly, added));
        conflict.OtherPaths.ShouldBe([there]);
    }

    [Fact]
    public async Task CaseOnly_OneFileRenamedToItsOwnNameInOtherCase_Lands()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("renamer", s => s.Renamed("a", "A").Renamed("d/f", "D/f")), scene.Patch("neighbour", s => s.With("D2/x", "x\n")));
        weave.Order.ShouldBe(["renamer", "neighbour"]);
    }

    [Fact]
    public async Task CaseOnly_NamesThatClashInTheTipAlready_AreLeftAlone()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With("A", Snapshot.Lines(20, "upper")).With("D/other", "x\n"));
        await using var weave = await scene.WeaveAsync(
            scene.Patch("editor", s => s.Edited("A", "upper 3\n", "x\n").Edited("a", "line 3\n", "y\n").With("d/new", "n\n")),
            scene.Patch("both", s => s.With("N", "1\n").With("n", "2\n")));
        weave.Order.ShouldBe(["editor", "both"]);
    }

    [Fact]
    public async Task CaseOnly_FirstTakesTheOtherNameAway_Lands()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        (await scene.SecondAsync(s => s.Without("b"), s => s.With("B", "new\n"))).Outcome.ShouldBe(PatchOutcome.Landed);
    }

    [Fact]
    public async Task LineEndings_LandedConvertedTheFile_ShowsOnlyWhatRemains()
    {
        var conflict = await ConflictAsync(
            s => s.With("a", Windows(s.Files["a"].Text.Replace("line 7\n", "sieben\n", StringComparison.Ordinal))),
            s => s.Edited("a", "line 7\n", "sept\n").Edited("a", "line 15\n", "quinze\n"));
        conflict.Kind.ShouldBe(ConflictKind.LineEndings);
        (conflict.Hunks.ShouldHaveSingleItem() with { Change = "" }).ShouldBe(new Hunk(7, "line 7\n", "sieben\n", "sept\n"));
        (conflict.Endings!.Ours, conflict.Endings.Theirs).ShouldBe((LineEndings.Crlf, LineEndings.Lf));
    }

    [Fact]
    public async Task LineEndings_PatchConvertedTheFile_HasNoHunksWhereNothingElseCollides()
    {
        var conflict = await ConflictAsync(s => s.Edited("a", "line 7\n", "sieben\n"), s => s.With("a", Windows(s.Files["a"].Text)));
        conflict.Kind.ShouldBe(ConflictKind.LineEndings);
        conflict.Hunks.ShouldBeEmpty();
        conflict.HunksAreCut.ShouldBeFalse();
    }

    [Fact]
    public async Task LineEndings_SameNewFileWithOtherEndings_IsNotCalledAddAdd()
    {
        (await ConflictAsync(s => s.With("n", "x\ny\n"), s => s.With("n", "x\r\ny\r\n"))).Kind.ShouldBe(ConflictKind.LineEndings);
    }

    [Fact]
    public async Task LineEndings_FileOfWindowsThatNobodyConverted_IsContent()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With("w", Windows(Snapshot.Lines(9))));
        var result = await scene.SecondAsync(s => s.Edited("w", "line 7\r\n", "sieben\r\n"), s => s.Edited("w", "line 7\r\n", "sept\r\n"));
        result.Conflicts.ShouldHaveSingleItem().Kind.ShouldBe(ConflictKind.Content);
    }

    [Fact]
    public async Task MissingBase_ForkThatIsNotThere_IsStaleAndTheOthersLand()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var missing = CommitId.Parse(new string('a', 40));
        var lost = scene.Patch("lost", s => s.Without("a"));
        lost = lost with { Source = new PatchSource.Change(((PatchSource.Change)lost.Source).Patch with { Fork = missing }) };
        await using var weave = await scene.WeaveAsync(lost, scene.Patch("found", s => s.Without("b")));

        weave.Order.ShouldBe(["found"]);
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Stale);
        weave.Results[0].Reason.ShouldNotBeNull().ShouldContain($"git fetch REMOTE {missing}");
        weave.Results[0].Conflicts.ShouldHaveSingleItem().Kind.ShouldBe(ConflictKind.MissingBase);
    }

    [Fact]
    public async Task MissingBase_DiffForACommitThatIsNotThere_NamesItsPaths()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var source = new PatchSource.Text("--- a/d/f\n+++ b/d/f\n@@ -1 +1 @@\n-inside\n+outside\n"u8.ToArray(), CommitId.Parse(new string('a', 40)));
        await using var weave = await scene.WeaveAsync(new WeavePatch { Label = "it", Source = source });
        var conflict = weave.Results[0].Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Path).ShouldBe((ConflictKind.MissingBase, "d/f"));
        ConflictReport.Of(weave.Results[0]).ShouldContain("missing base");
    }

    [Fact]
    public void Name_EveryKind_HasOneOfItsOwn() =>
        Enum.GetValues<ConflictKind>().Select(kind => kind.Name()).ShouldBeUnique();

    private static string Windows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    private static async Task<Conflict> ConflictAsync(Func<Snapshot, Snapshot> first, Func<Snapshot, Snapshot> second)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var result = await scene.SecondAsync(first, second);
        result.Outcome.ShouldBe(PatchOutcome.Conflicted);
        return result.Conflicts.ShouldHaveSingleItem();
    }
}
