using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Which pairs of patches collide when nothing else has landed. All questions are answered in one batch.</summary>
internal sealed class PairCheck(Carrier carrier)
{
    // Beyond this many questions, sharing a path counts as a collision: the answer only helps to schedule reworks.
    private const int MaxPairs = 2000;

    private readonly List<(CarriedPatch First, TreeId FirstOnTip, CarriedPatch Second)> _pairs = [];
    private readonly Dictionary<(int First, int Second), IReadOnlySet<string>> _collisions = [];

    /// <param name="first">The patch that is there.</param>
    /// <param name="firstOnTip">What it makes of the tip.</param>
    /// <param name="second">The patch that is carried onto it.</param>
    public void Ask(CarriedPatch first, TreeId firstOnTip, CarriedPatch second)
    {
        if (_pairs.Count < MaxPairs)
        {
            _pairs.Add((first, firstOnTip, second));
        }
        else
        {
            _collisions[(first.Index, second.Index)] = first.Paths.Intersect(second.Paths, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        }
    }

    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var outcomes = await carrier.CarryAsync(
            [.. _pairs.Select(pair => new Carry(pair.Second.Base, pair.FirstOnTip, pair.Second.Theirs))], cancellationToken);
        for (var i = 0; i < _pairs.Count; i++)
        {
            var paths = ConflictClassifier.Classify(outcomes[i]).SelectMany(conflict => conflict.OtherPaths.Prepend(conflict.Path));
            _collisions[(_pairs[i].First.Index, _pairs[i].Second.Index)] = paths.ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>The paths on which they collide; empty: they merge, or were not asked about.</summary>
    public IReadOnlySet<string> Between(CarriedPatch first, CarriedPatch second) =>
        _collisions.GetValueOrDefault((first.Index, second.Index), new HashSet<string>(StringComparer.Ordinal));
}
