using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Asks git in one batch for what a weave in which patches meet is going to ask for in three: the pairs in doubt, the steps of the
/// choice that is foreseen, and those of the order of arrival. The answers are kept; one that nobody asks for again cost a little time.
/// </summary>
internal sealed class FirstGuess(Carrier carrier, Foresight foresight, TreeId tip)
{
    // Of more patches some step is nearly always guessed wrong, and all behind it were merged for nothing.
    private const int MostPatches = 64;

    /// <param name="meetings">The pairs of these patches that share a path.</param>
    public async Task AskAsync(
        IReadOnlyList<CarriedPatch> patches, IReadOnlyList<int> weights, IReadOnlyList<MeetingPair> meetings, CancellationToken cancellationToken)
    {
        var doubtful = meetings.Where(pair => pair.Foreseen != FileVerdict.Merges).ToList();
        if (doubtful.Count == 0 || patches.Count > MostPatches)
        {
            return;
        }

        var graph = new ConflictGraph(weights);
        doubtful.ForEach(pair => graph.Connect(pair.First, pair.Second));
        var best = await PredictAsync(FoldOrder.Of(patches, graph, Choice.Of(graph)), cancellationToken);
        var asTheyCame = await PredictAsync(patches, cancellationToken);
        await carrier.CarryAsync(
            [
                .. doubtful.Select(pair => PairVerdicts.CarryOf(patches[pair.First], patches[pair.Second])),
                .. best.Concat(asTheyCame).Select(prediction => prediction.Carry),
                .. PairForesight.Carries(best),
                .. PairForesight.Carries(asTheyCame),
            ],
            cancellationToken);
    }

    private Task<IReadOnlyList<Prediction>> PredictAsync(IReadOnlyList<CarriedPatch> ordered, CancellationToken cancellationToken) =>
        foresight.PredictAsync(tip, new Dictionary<string, TreeLeaf?>(StringComparer.Ordinal), ordered, cancellationToken);
}
