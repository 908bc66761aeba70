using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// The graph of pairs proposes a choice, a fold of the chosen patches alone disposes: where one of them does not fit after all, it is
/// tried in another place, then in another choice. The patches that are not chosen wait for the end, for each try would merge them anew.
/// </summary>
internal sealed class ChoiceSearch(TreeId tip, Func<Fold> newFold, Carrier carrier, ConflictGraph graph, IReadOnlyList<CarriedPatch> patches)
{
    // What was merged once is not merged again, but a try that moves an early patch proves all steps after it anew.
    private const int MostTries = 12;
    private const int MostSteps = 20_000;

    public async Task<FoundChoice> FindAsync(CancellationToken cancellationToken)
    {
        var late = new LateConflicts(carrier, graph, patches);
        var best = await TryAsync(cancellationToken);
        var last = best;
        var most = Math.Clamp(MostSteps / Math.Max(1, patches.Count), 2, MostTries);
        for (var tries = 1; tries < most && await late.LearnAsync(last.Steps, last.Choice.Patches, cancellationToken); tries++)
        {
            last = await TryAsync(cancellationToken);
            best = last.Kept > best.Kept ? last : best;
        }

        var isExact = last.Choice.IsExact && best.Kept == last.Kept && !late.IsLeft(last.Steps, last.Choice.Patches);
        return new FoundChoice(best.Order, best.Steps, isExact);
    }

    private async Task<Attempt> TryAsync(CancellationToken cancellationToken)
    {
        var choice = Choice.Of(graph);
        var order = FoldOrder.Of(patches, graph, choice);
        var first = order.Take(choice.Patches.Count(place => patches[place].MergesWithTip)).ToList();
        var steps = await newFold().RunAsync(tip, first, cancellationToken);
        var collided = steps.Where(step => step.Collides).Select(step => step.Patch.Index).ToHashSet();
        return new Attempt(choice, order, steps, choice.Patches.Where(place => !collided.Contains(patches[place].Index)).Sum(place => (long)graph.Weights[place]));
    }

    private sealed record Attempt(Choice Choice, IReadOnlyList<CarriedPatch> Order, IReadOnlyList<Step> Steps, long Kept);
}
