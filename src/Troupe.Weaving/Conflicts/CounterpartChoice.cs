namespace Troupe.Weaving;

/// <summary>Chooses among the landed patches that touch a colliding path those that a patch really collides with.</summary>
/// <param name="counterpartOf">What a report says of a landed patch, by its place in the order of arrival.</param>
internal sealed class CounterpartChoice(PairCheck pairs, SmallestSets sets, Func<int, Counterpart> counterpartOf)
{
    // A weave may have thousands of losers: the other order is worth a merge only while there are few.
    public const int MaxReversals = 64;
    public const int MaxReversalsOfOne = 3;

    private readonly HashSet<(int Loser, int Opponent)> _reversals = [];

    /// <summary>Asks what has to be known; the answers come in the batch of the pairs.</summary>
    public void Ask(Loser loser)
    {
        // A single opponent is the counterpart, whatever the pair does alone.
        foreach (var opponent in loser.Opponents.Where(list => list.Count > 1).SelectMany(list => list).Distinct())
        {
            pairs.Ask(opponent, loser.Patch);
        }

        foreach (var opponent in loser.Opponents.SelectMany(list => list).Distinct().Take(MaxReversalsOfOne))
        {
            if (_reversals.Count < MaxReversals && PairCheck.CarryOf(loser.Patch, opponent) is not null)
            {
                pairs.Ask(loser.Patch, opponent);
                _reversals.Add((loser.Patch.Index, opponent.Index));
            }
        }
    }

    /// <summary>Those for which only several together are to blame are looked into more closely.</summary>
    public Task NarrowAsync(IReadOnlyList<Loser> losers, CancellationToken cancellationToken) => sets.FindAsync(
        losers.SelectMany(loser => loser.Conflicts.Zip(loser.Opponents, (conflict, opponents) => (loser, conflict, opponents)))
            .Where(one => IsJoint(one.conflict, one.opponents, one.loser.Patch)),
        cancellationToken);

    public Conflict Choose(Conflict conflict, IReadOnlyList<CarriedPatch> opponents, Loser loser)
    {
        var alone = Alone(conflict, opponents, loser.Patch);
        var isJoint = IsJoint(conflict, opponents, loser.Patch);
        var set = isJoint ? sets.Of(loser, conflict) ?? (opponents.Count == 2 ? opponents : null) : null;
        var chosen = set ?? (alone.Count > 0 ? alone : opponents);
        return conflict with
        {
            IsJoint = isJoint,
            Successors = Successors.Of(conflict, chosen),
            Counterparts = [.. chosen.Select(opponent => CounterpartOf(opponent, loser.Patch))],
            IsSmallestSet = isJoint ? set is not null : alone.Count > 0 || opponents.Count == 1,
        };
    }

    private List<CarriedPatch> Alone(Conflict conflict, IReadOnlyList<CarriedPatch> opponents, CarriedPatch loser)
    {
        var paths = conflict.OtherPaths.Prepend(conflict.Path).ToList();
        return [.. opponents.Where(opponent => pairs.CollideOn(opponent, loser, paths))];
    }

    // Only together do the counterparts collide with it, if with each of them alone it merges. Where merges do not tell, as with names
    // that differ only in case, that is no question.
    private bool IsJoint(Conflict conflict, IReadOnlyList<CarriedPatch> opponents, CarriedPatch loser) =>
        opponents.Count > 1 && loser.MergesWithTip && conflict.Kind != ConflictKind.CaseOnly && Alone(conflict, opponents, loser).Count == 0;

    private Counterpart CounterpartOf(CarriedPatch opponent, CarriedPatch loser) => counterpartOf(opponent.Index) with
    {
        FitsAfterwards = _reversals.Contains((loser.Index, opponent.Index)) ? pairs.Merge(loser, opponent) : null,
    };
}
