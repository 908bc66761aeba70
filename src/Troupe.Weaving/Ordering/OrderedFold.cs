using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Folds patches in the order in which most of them land, or as they came. What the two orders come to is held against each other: patches
/// that collide in pairs may fit in the company of others, and then whoever came first may have been right.
/// </summary>
/// <param name="newFold">A fold that merges these along with the steps it foresees.</param>
internal sealed class OrderedFold(
    TreeId tip, Func<Func<IReadOnlyList<Prediction>, IEnumerable<Carry>>, Fold> newFold, Carrier carrier, FileVerdicts foreseen, Foresight foresight)
{
    // Of so few both orders are proven anyway.
    private const int Few = 64;

    // What is foreseen errs in a few patches of a hundred, mostly by renames.
    private const int Doubt = 20;

    /// <param name="patches">In the order of arrival.</param>
    /// <param name="weights">Of each, more than 0.</param>
    public async Task<OrderedSteps> RunAsync(
        IReadOnlyList<CarriedPatch> patches, IReadOnlyList<int> weights, WeaveOrder order, CancellationToken cancellationToken)
    {
        var meetings = await new Meetings(foreseen).FindAsync([.. patches.Select(patch => patch.ChangesTip ? patch : null)], cancellationToken);
        await new FirstGuess(carrier, foresight, tip).AskAsync(patches, weights, meetings.Pairs, cancellationToken);
        var verdicts = await PairVerdicts.FindAsync(carrier, meetings, tip, patches, cancellationToken);
        var graph = new ConflictGraph(weights);
        foreach (var conflict in verdicts.Conflicts)
        {
            graph.Connect(conflict.First, conflict.Second);
        }

        foreach (var (first, second) in verdicts.Before)
        {
            graph.Precede(first, second);
        }

        return order == WeaveOrder.Fifo
            ? await AsTheyCameAsync(patches, verdicts, graph, cancellationToken)
            : await BestAsync(patches, verdicts, graph, cancellationToken);
    }

    private async Task<OrderedSteps> AsTheyCameAsync(
        IReadOnlyList<CarriedPatch> patches, PairVerdicts verdicts, ConflictGraph graph, CancellationToken cancellationToken)
    {
        var steps = await ExplainedFoldAsync(patches, cancellationToken);
        var choice = Choice.Of(graph);
        var other = steps.Any(step => step.Collides)
            ? Landed(await ForeseeAsync(FoldOrder.Of(patches, graph, choice), cancellationToken))
            : steps.Count(step => step.Lands);
        return new OrderedSteps(steps, verdicts, graph, choice.IsExact && verdicts.IsComplete, other);
    }

    private async Task<OrderedSteps> BestAsync(
        IReadOnlyList<CarriedPatch> patches, PairVerdicts verdicts, ConflictGraph graph, CancellationToken cancellationToken)
    {
        var found = await new ChoiceSearch(tip, () => newFold(_ => []), carrier, graph, patches).FindAsync(cancellationToken);
        var isExact = found.IsExact && verdicts.IsComplete;
        var steps = found.Steps.Count == patches.Count ? found.Steps : await ExplainedFoldAsync(found.Order, cancellationToken);
        if (!steps.Any(step => step.Collides))
        {
            return new OrderedSteps(steps, verdicts, graph, isExact, steps.Count(step => step.Lands));
        }

        var predictions = await ForeseeAsync(patches, cancellationToken);
        var asForeseen = Weight(patches, graph, predictions.Where(prediction => prediction.After != prediction.Before).Select(prediction => prediction.Patch));
        if (patches.Count > Few && asForeseen + (asForeseen / Doubt) < Weight(patches, graph, steps.Where(step => step.Lands).Select(step => step.Patch)))
        {
            return new OrderedSteps(steps, verdicts, graph, isExact, Landed(predictions));
        }

        var asTheyCame = await ExplainedFoldAsync(patches, cancellationToken);
        long Lost(IReadOnlyList<Step> fold) => Weight(patches, graph, fold.Where(step => step.Collides).Select(step => step.Patch));
        return new OrderedSteps(
            Lost(asTheyCame) < Lost(steps) ? asTheyCame : steps, verdicts, graph, isExact, asTheyCame.Count(step => step.Lands));
    }

    private Task<IReadOnlyList<Step>> ExplainedFoldAsync(IReadOnlyList<CarriedPatch> ordered, CancellationToken cancellationToken) =>
        newFold(PairForesight.Carries).RunAsync(tip, ordered, cancellationToken);

    private Task<IReadOnlyList<Prediction>> ForeseeAsync(IReadOnlyList<CarriedPatch> ordered, CancellationToken cancellationToken) =>
        foresight.PredictAsync(tip, new Dictionary<string, TreeLeaf?>(StringComparer.Ordinal), ordered, cancellationToken);

    private static int Landed(IReadOnlyList<Prediction> predictions) => predictions.Count(prediction => prediction.After != prediction.Before);

    private static long Weight(IReadOnlyList<CarriedPatch> patches, ConflictGraph graph, IEnumerable<CarriedPatch> some)
    {
        var counted = some.Select(patch => patch.Index).ToHashSet();
        return Enumerable.Range(0, patches.Count).Where(place => counted.Contains(patches[place].Index)).Sum(place => (long)graph.Weights[place]);
    }
}
