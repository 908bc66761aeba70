namespace Troupe.Weaving;

/// <summary>
/// Learns from a fold in which patches collided though no pair of them does: first that such a patch should come before those that it
/// met, or after those that clear its way, then, if that was tried, which smallest set of them cannot land together.
/// </summary>
internal sealed class LateConflicts(Carrier carrier, ConflictGraph graph, IReadOnlyList<CarriedPatch> patches)
{
    private const int MostOpponents = 20;

    private readonly Dictionary<int, int> _places = patches.Select((patch, place) => (patch, place)).ToDictionary(pair => pair.patch.Index, pair => pair.place);

    /// <param name="chosen">The patches that should all have landed.</param>
    /// <returns>Whether anything was learned: if so, another choice may do better.</returns>
    public async Task<bool> LearnAsync(IReadOnlyList<Step> steps, IReadOnlySet<int> chosen, CancellationToken cancellationToken)
    {
        var touched = new PathIndex();
        var learned = false;
        foreach (var step in steps)
        {
            var place = _places[step.Patch.Index];
            if (IsLate(step, chosen))
            {
                var opponents = Opponents(step, touched, chosen);
                learned |= opponents.Count > 0 ? await LearnAsync(place, opponents, cancellationToken) : Wait(step, place, chosen);
            }
            else if (step.Lands)
            {
                touched.Add(step.Patch.Paths.Concat(step.Changes.Select(change => change.Path)), place);
            }
        }

        return learned;
    }

    /// <summary>Whether a patch that should have landed did not.</summary>
    public bool IsLeft(IReadOnlyList<Step> steps, IReadOnlySet<int> chosen) =>
        steps.Any(step => IsLate(step, chosen));

    private bool IsLate(Step step, IReadOnlySet<int> chosen) => step.Collides && step.Patch.ChangesTip && chosen.Contains(_places[step.Patch.Index]);

    private static List<int> Opponents(Step step, PathIndex touched, IReadOnlySet<int> chosen) =>
        [.. touched.Meeting(step.Patch.Paths.Concat(step.Strays).Concat(step.Outcome.Entries.Select(entry => entry.Path))
            .Concat(step.Twins.Select(twin => twin.Other))).Where(chosen.Contains)];

    // A name of the tip is in its way: another patch may remove it.
    private bool Wait(Step step, int late, IReadOnlySet<int> chosen)
    {
        var inTheWay = step.Twins.Select(twin => twin.Other).ToHashSet(StringComparer.Ordinal);
        var removers = chosen.Where(other => other != late && !graph.IsOrdered(other, late)
            && Patch(other).Changes.Any(change => change.New is null && inTheWay.Contains(change.Path))).ToList();
        removers.ForEach(other => graph.Precede(other, late));
        return removers.Count > 0;
    }

    private async Task<bool> LearnAsync(int late, List<int> opponents, CancellationToken cancellationToken)
    {
        if (opponents.Exists(other => graph.IsOrdered(late, other)))
        {
            await ForbidAsync(late, opponents, cancellationToken);
        }
        else
        {
            opponents.ForEach(other => graph.Precede(late, other));
        }

        return true;
    }

    private async Task ForbidAsync(int late, List<int> opponents, CancellationToken cancellationToken)
    {
        var near = opponents.Take(MostOpponents).Where(other => Patch(other).ChangesTip && Patch(late).ChangesTip).ToList();
        var alone = await carrier.CarryAsync(
            [.. near.SelectMany(other => new[] { PairVerdicts.CarryOf(Patch(other), Patch(late)), PairVerdicts.CarryOf(Patch(late), Patch(other)) })],
            cancellationToken);
        var pairs = near.Where((_, i) => !alone[2 * i].IsClean && !alone[(2 * i) + 1].IsClean).ToList();
        var sets = pairs.Count > 0 ? [.. pairs.Select(other => new[] { late, other })] : await TriplesAsync(late, near, cancellationToken);
        foreach (var set in sets.Count > 0 ? sets : [[late, .. opponents]])
        {
            graph.Forbid(set);
        }
    }

    private async Task<List<int[]>> TriplesAsync(int late, List<int> opponents, CancellationToken cancellationToken)
    {
        var pairs = opponents.SelectMany((one, i) => opponents.Skip(i + 1).Select(other => (One: one, Other: other))).ToList();
        var both = await carrier.CarryAsync([.. pairs.Select(pair => PairVerdicts.CarryOf(Patch(pair.One), Patch(pair.Other)))], cancellationToken);
        var merged = pairs.Zip(both).Where(pair => pair.Second.IsClean).ToList();
        var all = await carrier.CarryAsync(
            [.. merged.Select(pair => new Carry(Patch(late).Base, pair.Second.Tree, Patch(late).Theirs))], cancellationToken);
        return [.. merged.Where((_, i) => !all[i].IsClean).Select(pair => new[] { late, pair.First.One, pair.First.Other })];
    }

    private CarriedPatch Patch(int place) => patches[place];
}
