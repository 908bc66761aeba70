namespace Troupe.Weaving;

/// <summary>Which pairs of patches collide when nothing else has landed. All questions are answered in one batch.</summary>
internal sealed class PairCheck(Carrier carrier)
{
    // Beyond this many questions, sharing a path counts as a collision: the answer only helps to schedule reworks.
    public const int MaxPairs = 2000;

    private readonly Dictionary<(int First, int Second), Carry> _asked = [];
    private readonly Dictionary<(int First, int Second), IReadOnlySet<string>> _collisions = [];
    private bool _isFull;

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

        if (_asked.Count < MaxPairs)
        {
            _asked[(first.Index, second.Index)] = carry;
        }
        else
        {
            _isFull = true;
        }
    }

    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var outcomes = await carrier.CarryAsync([.. _asked.Values], cancellationToken);
        foreach (var (pair, outcome) in _asked.Keys.Zip(outcomes))
        {
            var paths = ConflictClassifier.Classify(outcome).SelectMany(conflict => conflict.OtherPaths.Prepend(conflict.Path));
            _collisions[pair] = paths.ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Whether they merge; null: nobody asked, or too many others did.</summary>
    public bool? Merge(CarriedPatch first, CarriedPatch second) =>
        _collisions.TryGetValue((first.Index, second.Index), out var paths) ? paths.Count == 0 : null;

    /// <summary>Whether two patches that share a path collide; false: they merge, or one does not merge with the tip.</summary>
    public bool Collide(CarriedPatch first, CarriedPatch second) =>
        !Merge(first, second) ?? _isFull && CarryOf(first, second) is not null;

    /// <summary>The same for some paths only.</summary>
    public bool CollideOn(CarriedPatch first, CarriedPatch second, IReadOnlyList<string> paths) =>
        _collisions.TryGetValue((first.Index, second.Index), out var collisions)
            ? collisions.Overlaps(paths)
            : _isFull && CarryOf(first, second) is not null
                && paths.Any(path => first.Paths.Contains(path, StringComparer.Ordinal) && second.Paths.Contains(path, StringComparer.Ordinal));
}
