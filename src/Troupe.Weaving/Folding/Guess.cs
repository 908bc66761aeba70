using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Which way of foreseeing the fold is tried next: the one that needs no git as long as it is good, else the thorough one,
/// which takes a merge in advance for every patch that meets another.
/// </summary>
internal sealed class Guess(Foresight foresight, Speculation speculation)
{
    // With fewer right guesses in a row than this, guessing thoroughly is cheaper than proving in vain.
    private const int WorthAnother = 4;

    private bool _thoroughly;

    public Task<IReadOnlyList<Prediction>> PredictAsync(
        TreeId tip, PathIndex landed, IReadOnlyDictionary<string, TreeLeaf?> now, IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken) =>
        _thoroughly
            ? speculation.PredictAsync(tip, landed, patches, cancellationToken)
            : foresight.PredictAsync(tip, now, patches, cancellationToken);

    /// <param name="right">How many of the last predictions came true.</param>
    /// <param name="all">How many there were.</param>
    public void Learn(int right, int all) => _thoroughly = right < Math.Min(all, WorthAnother);
}
