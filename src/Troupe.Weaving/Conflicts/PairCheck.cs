namespace Troupe.Weaving;

/// <summary>Which pairs of patches collide when nothing else has landed. All questions are answered in one batch.</summary>
internal sealed class PairCheck(Carrier carrier)
{
    // Beyond this many questions, sharing a path counts as a collision: the answer only helps to schedule reworks.
    public const int MaxPairs = 2000;

    private readonly List<(CarriedPatch First, CarriedPatch Second, Carry Carry)> _pairs = [];
    private readonly Dictionary<(int First, int Second), IReadOnlySet<string>> _collisions = [];

    /// <summary>Carrying the second patch onto what the first makes of the tip; null: one of them does not merge with the tip.</summary>
    public static Carry? CarryOf(CarriedPatch first, CarriedPatch second) =>
        first.OnTip is { } tree && second.MergesWithTip ? new Carry(second.Base, tree, second.Theirs) : null;

    /// <summary>Without effect where one of them does not merge with the tip.</summary>
    /// <param name="first">The patch that is there.</param>
    /// <param name="second">The patch that is carried onto it.</param>
    public void Ask(CarriedPatch first, CarriedPatch second)
    {
        if (CarryOf(first, second) is not { } carry)
        {
            return;
        }

        if (_pairs.Count < MaxPairs)
        {
            _pairs.Add((first, second, carry));
        }
        else
        {
            _collisions[(first.Index, second.Index)] = first.Paths.Intersect(second.Paths, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        }
    }

    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var outcomes = await carrier.CarryAsync([.. _pairs.Select(pair => pair.Carry)], cancellationToken);
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
