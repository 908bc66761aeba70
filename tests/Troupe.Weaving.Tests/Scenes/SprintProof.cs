using System.Globalization;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>All that must be true of the weave of a made-up sprint, looked at from outside.</summary>
internal sealed class SprintProof(SprintScene sprint, SequentialCarry oracle)
{
    // What takes a second weave is looked at in every so many sprints.
    private const int Seldom = 4;

    public async Task CheckAsync(int number, CancellationToken cancellationToken)
    {
        var request = sprint.Request() with { Order = WeaveOrder.Fifo };
        await using var weave = await sprint.Scene.WeaveAsync(request);
        NothingIsLost(request, weave);
        await LandedIsTheSequentialCarryAsync(weave, cancellationToken);
        await NobodyIsSentBackWithoutNeedAsync(weave, cancellationToken);
        await WhatIsOnesOwnIsAsCarriedAsync(weave, cancellationToken);
        await using var best = await sprint.Scene.WeaveAsync(request with { Order = WeaveOrder.Best });
        NothingIsLost(request, best);
        await LandedIsTheSequentialCarryAsync(best, cancellationToken);
        SentBack(best).ShouldBeLessThanOrEqualTo(SentBack(weave));
        if (number % Seldom == 0)
        {
            await using var again = await sprint.Scene.WeaveAsync(request);
            (again.Tree, again.Head).ShouldBe((weave.Tree, weave.Head));
            await OrderOfStrangersDoesNotMatterAsync(request, weave);
        }
    }

    private static int SentBack(Weave weave) => weave.Results.Count(result => result.Outcome == PatchOutcome.Conflicted);

    private void NothingIsLost(WeaveRequest request, Weave weave)
    {
        weave.Results.Select(result => result.Patch.Label).ShouldBe(request.Patches.Select(patch => patch.Label));
        weave.Results.Where(result => result.Outcome == PatchOutcome.Landed).Select(result => result.Patch.Label).ShouldBe(weave.Order, ignoreOrder: true);
        foreach (var result in weave.Results)
        {
            (result.Outcome == PatchOutcome.Landed).ShouldBe(result.Commit is not null);
            (result.Reason is null).ShouldBe(result.Outcome == PatchOutcome.Landed);
            (result.Conflicts.Count > 0).ShouldBe(result.Outcome == PatchOutcome.Conflicted, $"{result.Patch.Label}: {result.Outcome}");

            // From the tip itself, only landed patches can be in its way; elsewhere it may be a rename that no commit's paths show.
            var change = sprint.Changes[int.Parse(result.Patch.Label.AsSpan(1), CultureInfo.InvariantCulture)];
            (change.Fork == sprint.Tip ? result.Conflicts : [])
                .ShouldAllBe(conflict => conflict.Counterparts.Count > 0 || conflict.Kind == ConflictKind.CaseOnly);
        }
    }

    private bool IsInHistory(MadeChange change) => change.Fork == sprint.Tip || change.Fork == sprint.Scene.Base;

    private async Task LandedIsTheSequentialCarryAsync(Weave weave, CancellationToken cancellationToken)
    {
        var (tree, merged) = await oracle.RunAsync(sprint.Tip, LandedOf(weave), cancellationToken);
        merged.ShouldAllBe(clean => clean);
        weave.Tree.ShouldBe(tree);
    }

    // Every other patch conflicts in its turn, adds nothing, or would land astray.
    private async Task NobodyIsSentBackWithoutNeedAsync(Weave weave, CancellationToken cancellationToken)
    {
        // Where a patch would land astray, or beside a name that differs in case, plain carrying lands it, and what follows is another story.
        if (weave.Results.Any(result => result.Conflicts.Any(conflict => conflict.Kind is ConflictKind.CrossPatchRename or ConflictKind.CaseOnly)))
        {
            return;
        }

        List<PatchResult> tried = [];
        foreach (var result in weave.Results)
        {
            if (result.Outcome != PatchOutcome.Redundant || !await IsMergedAlreadyAsync(result, cancellationToken))
            {
                tried.Add(result);
            }
        }

        var (tree, merged) = await oracle.RunAsync(sprint.Tip, [.. tried.Select(result => result.Change!)], cancellationToken);
        tried.Select(result => result.Outcome != PatchOutcome.Conflicted).ShouldBe(merged);
        weave.Tree.ShouldBe(tree);
    }

    // What the tip alone has already takes no part, so that it cannot bring back what a landed patch takes away.
    private async Task<bool> IsMergedAlreadyAsync(PatchResult result, CancellationToken cancellationToken)
    {
        var tip = await oracle.TreeOfAsync(sprint.Tip, cancellationToken);
        return result.Change!.Fork is var fork && (fork == sprint.Tip || fork == sprint.Scene.Base)
            && await oracle.CarryAsync(result.Change, tip, cancellationToken) == tip;
    }

    // A path that one landed patch alone touches holds what that patch alone makes of the tip, unless renames lead elsewhere.
    private async Task WhatIsOnesOwnIsAsCarriedAsync(Weave weave, CancellationToken cancellationToken)
    {
        var landed = LandedOf(weave);
        var tip = await oracle.TreeOfAsync(sprint.Tip, cancellationToken);
        List<TreePair> made = [];
        List<TreePair> carried = [new(tip, weave.Tree)];
        foreach (var patch in landed)
        {
            var fork = await oracle.TreeOfAsync(patch.Fork, cancellationToken);
            made.AddRange([new TreePair(fork, patch.Result), new TreePair(fork, tip)]);
            if (await oracle.CarryAsync(patch, tip, cancellationToken) is not { } alone)
            {
                return;
            }

            carried.Add(new TreePair(tip, alone));
        }

        if (await oracle.HasRenamesAsync(made, cancellationToken))
        {
            return;
        }

        var changes = await oracle.CompareAsync(carried, cancellationToken);
        var own = changes.Skip(1).SelectMany(change => change).GroupBy(change => change.Key, StringComparer.Ordinal).ToList();

        // What takes back another patch changes nothing in the tip alone.
        var alike = sprint.Changes.All(IsInHistory);
        foreach (var path in own.Where(path => alike && path.Count() == 1))
        {
            changes[0].GetValueOrDefault(path.Key).ShouldBe(path.Single().Value, path.Key);
        }

        changes[0].Keys.Except(own.Select(path => path.Key), StringComparer.Ordinal).ShouldBeEmpty();
    }

    private async Task OrderOfStrangersDoesNotMatterAsync(WeaveRequest request, Weave weave)
    {
        var paths = weave.Results.Where(result => result.Outcome == PatchOutcome.Landed).Select(result => result.Paths).ToList();
        if (weave.Order.Count < request.Patches.Count || paths.Where((mine, i) => paths.Take(i).Any(others => Meet(mine, others))).Any())
        {
            return;
        }

        await using var reversed = await sprint.Scene.WeaveAsync(request with { Patches = [.. request.Patches.Reverse()] });
        reversed.Tree.ShouldBe(weave.Tree);
    }

    // Names that differ only in case are in one another's way too.
    private static bool Meet(IReadOnlyList<string> mine, IReadOnlyList<string> others) => mine.Any(path => others.Any(other =>
        path.Equals(other, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(other + "/", StringComparison.OrdinalIgnoreCase) || other.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase)));

    private static IReadOnlyList<Patch> LandedOf(Weave weave)
    {
        var results = weave.Results.ToDictionary(result => result.Patch.Label, StringComparer.Ordinal);
        return [.. weave.Order.Select(label => results[label].Change!)];
    }
}
