using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

public sealed class WeaverTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)), ("b", Snapshot.Lines(20, "other")), ("d/f", "inside\n"));

    [Fact]
    public async Task WeaveAsync_PatchesOnDifferentPaths_AllLandInOrder()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("one", s => s.Edited("a", "line 3\n", "drei\n")),
            scene.Patch("two", s => s.With("d/new", "x\n")),
            scene.Patch("three", s => s.Without("b")));

        weave.Order.ShouldBe(["one", "two", "three"]);
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 3\n", "drei\n").With("d/new", "x\n").Without("b")));
    }

    [Fact]
    public async Task WeaveAsync_PatchesOnOnePath_AreMerged()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("one", s => s.Edited("a", "line 3\n", "drei\n")),
            scene.Patch("two", s => s.Edited("a", "line 15\n", "")),
            scene.Patch("three", s => s.Edited("a", "line 9\n", "neun\nnine\n")));

        weave.Order.Count.ShouldBe(3);
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 3\n", "drei\n").Edited("a", "line 15\n", "").Edited("a", "line 9\n", "neun\nnine\n")));
    }

    [Fact]
    public async Task WeaveAsync_EditOfARenamedFile_FollowsTheRename()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("mover", s => s.Renamed("a", "moved/a")),
            scene.Patch("editor", s => s.Edited("a", "line 3\n", "drei\n")));

        weave.Order.Count.ShouldBe(2);
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 3\n", "drei\n").Renamed("a", "moved/a")));
    }

    [Fact]
    public async Task WeaveAsync_RenameOfAnEditedFile_KeepsTheEdit()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("editor", s => s.Edited("a", "line 3\n", "drei\n")),
            scene.Patch("mover", s => s.Renamed("a", "moved/a")));

        weave.Tree.ShouldBe(scene.Tree(Start.Edited("a", "line 3\n", "drei\n").Renamed("a", "moved/a")));
    }

    [Fact]
    public async Task WeaveAsync_NewFileInAFolderThatAnotherPatchRenames_StaysWhereItsAuthorPutIt()
    {
        using var scene = await WeaveScene.CreateAsync(Snapshot.Of(("d/1", Snapshot.Lines(9)), ("d/2", Snapshot.Lines(9, "b"))));
        await using var weave = await scene.WeaveAsync(
            scene.Patch("mover", s => s.Renamed("d/1", "e/1").Renamed("d/2", "e/2")),
            scene.Patch("adder", s => s.With("d/3", "new\n")));

        weave.Tree.ShouldBe(scene.Tree(scene.Start.Renamed("d/1", "e/1").Renamed("d/2", "e/2").With("d/3", "new\n")));
    }

    [Fact]
    public async Task WeaveAsync_FileBecomesFolderInOnePatch_IsComposed()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("one", s => s.Without("b").With("b/part", "x\n")),
            scene.Patch("two", s => s.Without("d/f").With("d", "now a file\n")));

        weave.Tree.ShouldBe(scene.Tree(Start.Without("b").With("b/part", "x\n").Without("d/f").With("d", "now a file\n")));
    }

    [Fact]
    public async Task WeaveAsync_EverythingDeleted_GivesTheEmptyTree()
    {
        using var scene = await WeaveScene.CreateAsync(Snapshot.Of(("a", "1\n"), ("b", "2\n")));
        await using var weave = await scene.WeaveAsync(scene.Patch("one", s => s.Without("a")), scene.Patch("two", s => s.Without("b")));
        weave.Tree.ShouldBe(scene.Tree(Snapshot.Empty));
    }

    [Fact]
    public async Task WeaveAsync_NoPatches_IsTheTip()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync();
        (weave.Tree, weave.Head).ShouldBe((scene.Tree(Start), null));
    }

    [Fact]
    public async Task WeaveAsync_ChangeThatChangesNothing_IsRedundant()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(scene.Patch("idle", s => s));
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Redundant);
        weave.Results[0].Reason.ShouldBe("It changes nothing.");
    }

    [Fact]
    public async Task WeaveAsync_ChangeThatTheTipHas_IsRedundant()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var changed = Start.Edited("a", "line 3\n", "drei\n");
        var tip = scene.Commit(changed.With("later", "x\n"), scene.Base, "Later");
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("late", changed)) with { Tip = tip });
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Redundant);
    }

    [Fact]
    public async Task WeaveAsync_RevertOfAPatchThatTheTipLacks_TakesItBackWhereItHasLanded()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var changed = Start.Edited("a", "line 3\n", "drei\n");
        var update = scene.Commit(changed.With("n", "x\n"), scene.Base, "Update");
        var revert = new WeavePatch { Label = "revert", Source = new PatchSource.Change(new Patch(update, scene.Tree(Start.With("n", "x\n")))) };

        await using var together = await scene.WeaveAsync(scene.Patch("update", changed.With("n", "x\n")), revert);
        together.Order.ShouldBe(["update", "revert"]);
        together.Tree.ShouldBe(scene.Tree(Start.With("n", "x\n")));

        await using var alone = await scene.WeaveAsync(revert, scene.Patch("other", s => s.With("b", "other\n")));
        (alone.Results[0].Outcome, alone.Results[0].Reason).ShouldBe((PatchOutcome.Redundant, "The tip already has all of it."));
        alone.Order.ShouldBe(["other"]);
    }

    [Fact]
    public async Task WeaveAsync_BranchMergedLongAgo_DoesNotBringBackWhatALandedPatchRemoves()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("a", "line 3\n", "drei\n"), scene.Base, "Squash of old");
        var remover = new WeavePatch { Label = "remover", Source = new PatchSource.Change(new Patch(tip, scene.Tree(Start))) };
        await using var weave = await scene.WeaveAsync(scene.Request(remover, scene.Patch("old", s => s.Edited("a", "line 3\n", "drei\n"))) with { Tip = tip });

        weave.Order.ShouldBe(["remover"]);
        weave.Results[1].Outcome.ShouldBe(PatchOutcome.Redundant);
    }

    [Fact]
    public async Task WeaveAsync_WeavesThatWereKilledWithTheirGit_AreClearedAwayAndInNobodysWay()
    {
        using var scene = await WeaveScene.CreateAsync(Start);

        // One of a process that is gone, and one of an earlier process that had this one's number.
        var left = new[] { "weave.99999999-1.1", $"weave.{Environment.ProcessId}-1.1" }.Select(name => Path.Combine(scene.Scratch, name)).ToList();
        foreach (var folder in left.Select(folder => Path.Combine(folder, "git")))
        {
            Directory.CreateDirectory(Path.Combine(folder, "objects", "pack"));
            foreach (var file in new[] { "index.lock", "config.lock", "packed-refs.lock", "HEAD.lock", "objects/pack/tmp_idx_1", "objects/maintenance.lock" })
            {
                File.WriteAllText(Path.Combine(folder, file), "");
            }
        }

        await using var weave = await scene.WeaveAsync(scene.Patch("one", s => s.Edited("a", "line 3\n", "drei\n")));
        weave.Order.ShouldBe(["one"]);
        left.ShouldAllBe(folder => !Directory.Exists(folder));
    }

    [Fact]
    public async Task WeaveAsync_PatchThatAnEarlierOneContains_IsRedundantAndNamesIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("thorough", s => s.Edited("a", "line 3\n", "drei\n").With("n", "x\n")),
            scene.Patch("bystander", s => s.With("b", "other\n")),
            scene.Patch("copycat", s => s.Edited("a", "line 3\n", "drei\n")));

        weave.Results[2].Outcome.ShouldBe(PatchOutcome.Redundant);
        weave.Results[2].Reason.ShouldBe("thorough already holds all of it.");
    }

    [Fact]
    public async Task WeaveAsync_PatchFromAnOlderFork_IsCarriedWithoutTheHistoryBetween()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("b", "other 1\n", "moved on\n"), scene.Base, "Later");
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("old", s => s.Edited("b", "other 9\n", "neun\n"))) with { Tip = tip });
        weave.Tree.ShouldBe(scene.Tree(Start.Edited("b", "other 1\n", "moved on\n").Edited("b", "other 9\n", "neun\n")));
    }

    [Fact]
    public async Task WeaveAsync_ThreePatchesThatConflictOnlyTogether_NamesBothCounterparts()
    {
        using var scene = await WeaveScene.CreateAsync(JointCase.Start);
        await using var weave = await scene.WeaveAsync(JointCase.Patches(scene));

        weave.Order.ShouldBe(["first", "second"]);
        var conflict = weave.Results[2].Conflicts.ShouldHaveSingleItem();
        conflict.IsJoint.ShouldBeTrue();
        weave.Results[2].IsJoint.ShouldBeTrue();
        conflict.Counterparts.Select(counterpart => counterpart.Label).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task WeaveAsync_TwoLosersThatCollideWithEachOther_AreRivals()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("winner", s => s.Edited("a", "line 3\n", "drei\n")),
            scene.Patch("loser1", s => s.Edited("a", "line 3\n", "trois\n")),
            scene.Patch("loser2", s => s.Edited("a", "line 3\n", "tre\n")),
            scene.Patch("loser3", s => s.Edited("a", "line 3\n", "").Edited("b", "other 1\n", "x\n")),
            scene.Patch("other", s => s.Edited("b", "other 10\n", "")),
            scene.Patch("loser4", s => s.Edited("b", "other 10\n", "zehn\n")));

        weave.Results[1].Rivals.ShouldBe(["loser2", "loser3"]);
        weave.Results[5].Rivals.ShouldBeEmpty();
    }

    [Fact]
    public async Task WeaveAsync_ConflictWithWhatAPersonaLandedBefore_NamesThePersona()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var patch = new string('7', 64);
        var tip = scene.Commit(
            Start.Edited("a", "line 3\n", "trois\n"), scene.Base, $"Speak French\n\nTroupe-Sprint: 7\nTroupe-Persona: forged\nTroupe-Persona: palette\nTroupe-Patch: {patch}\n");
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("old", s => s.Edited("a", "line 3\n", "drei\n"))) with { Tip = tip });

        var counterpart = weave.Results[0].Conflicts.ShouldHaveSingleItem().Counterparts.ShouldHaveSingleItem();
        counterpart.ShouldBe(new Counterpart(tip.Value[..12], PersonaId.Parse("palette"), "Speak French") { Landed = PatchId.Parse(patch) });
        weave.Results[0].Reason.ShouldNotBeNull().ShouldStartWith($"It does not merge with palette ({tip.Value[..12]}): ");
    }

    [Fact]
    public async Task WeaveAsync_ConflictWithTheTipItself_HasNoLandedCounterpart()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("a", "line 3\n", "trois\n"), scene.Base, "Speak French");
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("old", s => s.Edited("a", "line 3\n", "drei\n"))) with { Tip = tip });

        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Conflicted);
        weave.Results[0].Conflicts[0].Counterparts.ShouldHaveSingleItem().Subject.ShouldBe("Speak French");
    }

    [Fact]
    public async Task WeaveAsync_RenameOfAFileThatTheTipChanged_NamesTheCommitThatChangedIt()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("a", "line 3\n", "trois\n"), scene.Base, "Speak French");
        await using var weave = await scene.WeaveAsync(
            scene.Request(scene.Patch("old", s => s.Edited("a", "line 3\n", "drei\n").Renamed("a", "z"))) with { Tip = tip });

        var conflict = weave.Results[0].Conflicts.ShouldHaveSingleItem();
        conflict.Path.ShouldBe("z");
        conflict.Counterparts.ShouldHaveSingleItem().Subject.ShouldBe("Speak French");
    }

    [Fact]
    public async Task WeaveAsync_ConflictWithTheTipThatALandedPatchRemoves_Lands()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(Start.Edited("a", "line 3\n", "trois\n"), scene.Base, "Speak French");
        var reverter = new WeavePatch { Label = "reverter", Source = new PatchSource.Change(new Patch(tip, scene.Tree(Start))) };
        await using var weave = await scene.WeaveAsync(scene.Request(reverter, scene.Patch("old", s => s.Edited("a", "line 3\n", "drei\n"))) with { Tip = tip });

        weave.Order.ShouldBe(["reverter", "old"]);
    }

    [Fact]
    public async Task WeaveAsync_UnionPaths_KeepBothSides()
    {
        using var scene = await WeaveScene.CreateAsync(Start.With("CHANGELOG.md", "# Changes\n"));
        await using var weave = await scene.WeaveAsync(scene.Request(
            scene.Patch("one", s => s.With("CHANGELOG.md", "# Changes\n- one\n")),
            scene.Patch("two", s => s.With("CHANGELOG.md", "# Changes\n- two\n"))) with { UnionPaths = ["CHANGELOG.md"] });

        weave.Tree.ShouldBe(scene.Tree(scene.Start.With("CHANGELOG.md", "# Changes\n- one\n- two\n")));
    }

    [Fact]
    public async Task WeaveAsync_Sha256Repository_Works()
    {
        using var scene = await WeaveScene.CreateAsync(Start, ObjectFormat.Sha256);
        await using var weave = await scene.WeaveAsync(
            scene.Patch("one", s => s.Edited("a", "line 3\n", "drei\n")),
            scene.Patch("two", s => s.Edited("a", "line 15\n", "")),
            scene.Patch("three", s => s.Edited("a", "line 15\n", "x\n")));
        weave.Order.ShouldBe(["one", "two"]);
        await weave.PublishAsync(TestContext.Current.CancellationToken);
        (await scene.Repository.TreeOfAsync(weave.Head!.Value, TestContext.Current.CancellationToken)).ShouldBe(weave.Tree);
    }

    [Fact]
    public async Task WeaveAsync_TipThatIsNotThere_SaysSo()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var request = scene.Request() with { Tip = CommitId.Parse(new string('a', 40)) };
        var failure = await Should.ThrowAsync<TroupeException>(() => scene.WeaveAsync(request));
        failure.Message.ShouldContain(new string('a', 40));
        Directory.EnumerateFileSystemEntries(scene.Scratch).ShouldBeEmpty();
    }

    [Fact]
    public async Task DisposeAsync_FinishedWeave_LeavesNothingBehind()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var before = GitSandbox.Fingerprint(scene.Sandbox.GitDirectory);
        var patches = new[] { scene.Patch("one", s => s.Edited("a", "line 3\n", "drei\n")), scene.Patch("two", s => s.Edited("a", "line 3\n", "x\n")) };
        before = GitSandbox.Fingerprint(scene.Sandbox.GitDirectory);
        await (await scene.WeaveAsync(patches)).DisposeAsync();

        GitSandbox.Fingerprint(scene.Sandbox.GitDirectory).ShouldBe(before);
        Directory.EnumerateFileSystemEntries(scene.Scratch).ShouldBeEmpty();
    }
}
