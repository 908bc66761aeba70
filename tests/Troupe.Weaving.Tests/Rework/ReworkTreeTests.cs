using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Rework;

public sealed class ReworkTreeTests
{
    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(40)), ("b", Snapshot.Lines(20, "other")), ("p", "\0old"));
    private static readonly GitIdentity Author = new("second", "second@troupe.invalid");

    [Fact]
    public async Task PublishReworkAsync_ContentConflict_HasAllButTheCollidingLines()
    {
        var landed = Start.Edited("a", "line 7\n", "sieben\n");
        await ShouldStartFrom(
            landed,
            Start.Edited("a", "line 7\n", "sept\n").Edited("a", "line 30\n", "trente\n").With("n", "new\n").Edited("b", "other 3\n", "trois\n"),
            landed.Edited("a", "line 30\n", "trente\n").With("n", "new\n").Edited("b", "other 3\n", "trois\n"));
    }

    [Fact]
    public async Task PublishReworkAsync_StructuralConflicts_AreAsLanded()
    {
        var landed = Start.Without("b").With("x", "one\n").With("p", "\0ours").With("d", "file\n").Renamed("a", "c");
        await ShouldStartFrom(
            landed,
            Start.Edited("b", "other 3\n", "trois\n").With("x", "two\n").With("p", "\0theirs").With("d/e", "folder\n").Renamed("a", "z").With("n", "new\n"),
            landed.With("n", "new\n"));
    }

    [Fact]
    public async Task PublishReworkAsync_LandedSideRenamedTheFile_HasTheOtherLinesUnderTheNewName()
    {
        var landed = Start.Edited("a", "line 7\n", "sieben\n").Renamed("a", "c");
        await ShouldStartFrom(
            landed,
            Start.Edited("a", "line 7\n", "sept\n").Edited("a", "line 30\n", "trente\n"),
            landed.Edited("c", "line 30\n", "trente\n"));
    }

    [Fact]
    public async Task PublishReworkAsync_PatchRenamedTheFile_HasTheNewNameAndTheOtherLines()
    {
        var landed = Start.Edited("a", "line 7\n", "sieben\n");
        await ShouldStartFrom(
            landed,
            Start.Edited("a", "line 7\n", "sept\n").Edited("a", "line 30\n", "trente\n").Renamed("a", "z"),
            landed.Edited("a", "line 30\n", "trente\n").Renamed("a", "z"));
    }

    [Fact]
    public async Task PublishReworkAsync_ModesOfACollidingText_MergeLikeLines()
    {
        var landed = Start.Edited("a", "line 7\n", "sieben\n").Edited("b", "other 3\n", "drei\n").WithMode("b", EntryMode.Executable);
        await ShouldStartFrom(
            landed,
            Start.Edited("a", "line 7\n", "sept\n").WithMode("a", EntryMode.Executable).Edited("b", "other 3\n", "trois\n"),
            landed.WithMode("a", EntryMode.Executable));
    }

    [Fact]
    public async Task PublishReworkAsync_TextAddedOnBothSides_IsAsLanded()
    {
        var landed = Start.With("x", "same\none\nsame too\n");
        await ShouldStartFrom(landed, Start.With("x", "same\ntwo\nsame too\nthree\n").With("n", "new\n"), landed.With("n", "new\n"));
    }

    [Fact]
    public async Task PublishReworkAsync_NothingMerges_IsNone()
    {
        var landed = Start.Edited("a", "line 7\n", "sieben\n");
        await ShouldStartFrom(landed, Start.Edited("a", "line 7\n", "sept\n"), landed);
    }

    [Fact]
    public async Task PublishReworkAsync_WhatFitsNow_IsThereWhole()
    {
        var landed = Start.Edited("a", "line 7\n", "sieben\n");
        await ShouldStartFrom(landed, Start.Edited("b", "other 3\n", "trois\n"), landed.Edited("b", "other 3\n", "trois\n"));
    }

    private static async Task ShouldStartFrom(Snapshot landed, Snapshot wanted, Snapshot expected)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var tip = scene.Commit(landed, scene.Base, "Landed");
        await using var weave = await scene.WeaveAsync(scene.Request(scene.Patch("second", wanted)) with { Tip = tip });
        var start = await weave.PublishReworkAsync(Author, "Work of second\n", TestContext.Current.CancellationToken);
        if (expected == landed || scene.Tree(expected) == scene.Tree(landed))
        {
            start.ShouldBeNull();
            return;
        }

        var commit = start.ShouldNotBeNull();
        (await scene.Repository.TreeOfAsync(commit, TestContext.Current.CancellationToken)).ShouldBe(scene.Tree(expected));
        (await scene.Repository.ResolveAsync($"{commit}^", TestContext.Current.CancellationToken)).ShouldBe(tip);
    }
}
