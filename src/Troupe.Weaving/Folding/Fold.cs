using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Takes patches into the tip one after another. The result is by definition that of carrying each patch, in order, onto
/// the tree that the patches before it left, and every step is proven to be that before the next one counts.
/// </summary>
/// <param name="alongWith">What is merged along with the steps that are foreseen, because it will be wanted later.</param>
internal sealed class Fold(Carrier carrier, Guess guess, TreeComparison comparison, StrayCheck strayCheck, CaseTwins twins,
    Func<IReadOnlyList<Prediction>, IEnumerable<Carry>> alongWith)
{
    private readonly PathIndex _landed = new();
    private readonly List<CarriedPatch> _landedPatches = [];
    private readonly Dictionary<string, TreeLeaf?> _now = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Step>> RunAsync(TreeId tip, IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken)
    {
        List<Step> steps = [];
        for (var window = patches.Count; steps.Count < patches.Count;)
        {
            var next = patches.Skip(steps.Count).Take(window).ToList();
            var predictions = await guess.PredictAsync(tip, _landed, _now, next, cancellationToken);
            var right = await ProveAsync(predictions, steps, cancellationToken);
            tip = steps[^1].After;
            guess.Learn(right, next.Count);

            // After a wrong guess, look less far ahead: what follows it was merged for nothing.
            window = right == next.Count ? window * 2 : Math.Max(1, right * 2);
        }

        return steps;
    }

    // Returns how many predictions were right; the step after them is proven too, since its input was.
    private async Task<int> ProveAsync(IReadOnlyList<Prediction> predictions, List<Step> steps, CancellationToken cancellationToken)
    {
        var outcomes = await carrier.CarryAsync(
            [.. predictions.Select(prediction => prediction.Carry), .. alongWith(predictions)], cancellationToken);
        for (var i = 0; i < predictions.Count; i++)
        {
            var step = await JudgeAsync(predictions[i], outcomes[i], cancellationToken);
            steps.Add(step);
            if (step.Lands)
            {
                _landed.Add(step.Patch.Paths.Concat(step.Changes.Select(change => change.Path)), step.Patch.Index);
                _landedPatches.Add(step.Patch);
                twins.Add(step.Changes);
                foreach (var change in step.Changes)
                {
                    _now[change.Path] = change.New;
                }
            }

            if (step.After != predictions[i].After)
            {
                return i;
            }
        }

        return predictions.Count;
    }

    private async Task<Step> JudgeAsync(Prediction prediction, MergeOutcome outcome, CancellationToken cancellationToken)
    {
        if (!outcome.IsClean)
        {
            return new Step(prediction.Patch, prediction.Before, outcome, [], []);
        }

        var changes = await comparison.CompareAsync(prediction.Before, outcome.Tree, cancellationToken);
        var strays = changes.Count == 0 ? [] : Accounting.Strays(prediction.Patch, changes, _landed);
        strays = await strayCheck.UnexplainedAsync(strays, prediction.Patch, _landedPatches, _landed, cancellationToken);
        return new Step(prediction.Patch, prediction.Before, outcome, changes, strays)
        {
            Twins = await twins.FindAsync(changes, outcome.Tree, cancellationToken),
        };
    }
}
