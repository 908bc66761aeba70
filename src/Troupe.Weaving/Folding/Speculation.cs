using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Foresees the trees of the fold, so that all its steps can be proven in one batch instead of one process each.
/// Patches that meet no other are composed; the others are merged in rounds, each round in one batch: whoever meets no
/// undecided earlier patch merges with all that is decided. A wrong guess costs time, never correctness: the proof decides.
/// </summary>
internal sealed class Speculation(Carrier carrier, TreeComposer composer, TreeComparison comparison)
{
    /// <param name="tip">The tree that the first of the patches finds.</param>
    /// <param name="landed">What the patches before them touch.</param>
    public async Task<IReadOnlyList<Prediction>> PredictAsync(
        TreeId tip, PathIndex landed, IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken)
    {
        var rounds = new Rounds(patches, landed);
        var current = await composer.ApplyAsync(tip, rounds.Independent().SelectMany(patch => patch.Changes), cancellationToken);
        while (rounds.NextReady() is { Count: > 0 } ready)
        {
            var before = current;
            var outcomes = await carrier.CarryAsync([.. ready.Select(patch => new Carry(patch.Base, before, patch.Theirs))], cancellationToken);
            List<PathChange> decided = [];
            for (var i = 0; i < ready.Count; i++)
            {
                var changes = outcomes[i].IsClean ? await comparison.CompareAsync(before, outcomes[i].Tree, cancellationToken) : [];
                rounds.Decide(ready[i], changes);
                decided.AddRange(changes);
            }

            current = await composer.ApplyAsync(current, decided, cancellationToken);
        }

        return await ComposeAsync(tip, patches, rounds, cancellationToken);
    }

    private async Task<IReadOnlyList<Prediction>> ComposeAsync(
        TreeId tip, IReadOnlyList<CarriedPatch> patches, Rounds rounds, CancellationToken cancellationToken)
    {
        List<Prediction> predictions = [];
        foreach (var patch in patches)
        {
            var after = await composer.ApplyAsync(tip, rounds.ChangesOf(patch), cancellationToken);
            predictions.Add(new Prediction(patch, tip, after));
            tip = after;
        }

        return predictions;
    }
}
