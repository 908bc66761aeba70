using Troupe.Agents;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine.Tests;

/// <summary>A whole sprint whose loser goes on from what still merges of its patch.</summary>
public sealed class ReworkedPatchTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(1, 40).Select(number => $"line {number}\n"));

    private static readonly string Landed = Text.Replace("line 7\n", "seven\n", StringComparison.Ordinal);

    private static readonly string Wanted = Text.Replace("line 7\n", "sept\n", StringComparison.Ordinal)
        .Replace("line 30\n", "trente\n", StringComparison.Ordinal);

    private static readonly string Applied = Landed.Replace("line 30\n", "trente\n", StringComparison.Ordinal);

    [Fact]
    public async Task Sprint_LoserResolvesTheCollidingLines_LandsWholeWithWhatWasApplied()
    {
        using var scene = await CreateAsync();
        SessionRequest? asked = null;
        scene.Rework = async (request, _) =>
        {
            asked = request;
            var resolved = Applied.Replace("seven\n", "seven, sept\n", StringComparison.Ordinal);
            return await DeliverAsync(scene, request, ("text", resolved));
        };

        var state = await scene.RunAsync();

        var request = asked.ShouldNotBeNull();
        var start = request.StartAt.ShouldNotBeNull().Value;
        (await ContentAsync(scene, start, "text")).ShouldBe(Applied.Trim());
        (await ContentAsync(scene, start, "new")).ShouldBe("new");
        request.Prompt.ShouldContain("is in it already");
        state.Outcomes.Count(outcome => outcome.Outcome == nameof(PatchOutcome.Landed)).ShouldBe(2);
        (await ContentAsync(scene, state.Start.Branch, "text"))
            .ShouldBe(Applied.Replace("seven\n", "seven, sept\n", StringComparison.Ordinal).Trim());
        (await ContentAsync(scene, state.Start.Branch, "new")).ShouldBe("new");
    }

    [Fact]
    public async Task Sprint_LoserDoesNothingMore_WhatMergedLandsAndItIsDone()
    {
        using var scene = await CreateAsync();
        scene.Rework = (request, _) => DeliverAsync(scene, request);

        var state = await scene.RunAsync();

        state.Reworks.ShouldBe(1);
        state.Outcomes.Count(outcome => outcome.Outcome == nameof(PatchOutcome.Landed)).ShouldBe(2);
        (await ContentAsync(scene, state.Start.Branch, "text")).ShouldBe(Applied.Trim());
        (await ContentAsync(scene, state.Start.Branch, "new")).ShouldBe("new");
    }

    private static async Task<SprintScene> CreateAsync()
    {
        var scene = await SprintScene.CreateAsync("early", "late");
        await scene.Sandbox.CommitAsync("Text", ("text", Text));
        await scene.RecordAsync("early", ("text", Landed), ("other", "other\n"));
        await scene.RecordAsync("late", ("text", Wanted), ("new", "new\n"));
        return scene;
    }

    // As a host does: whatever the checkout started from, its one parent is the base.
    private static async Task<CommitId?> DeliverAsync(SprintScene scene, SessionRequest request, params (string Path, string? Content)[] files)
    {
        var done = (request.StartAt ?? request.Base).Value;
        await scene.Sandbox.GitAsync("checkout", "--quiet", "--detach", done);
        done = files is [] ? done : await scene.Sandbox.CommitAsync("Done", files);
        await scene.Sandbox.GitAsync("checkout", "--quiet", "main");
        return CommitId.Parse(await scene.Sandbox.GitAsync("commit-tree", $"{done}^{{tree}}", "-p", request.Base.Value, "-m", "Done"));
    }

    private static Task<string> ContentAsync(SprintScene scene, string revision, string path) => scene.Sandbox.GitAsync("show", $"{revision}:{path}");
}
