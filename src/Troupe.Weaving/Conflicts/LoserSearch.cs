namespace Troupe.Weaving;

/// <summary>Goes through the steps of a fold once and collects the patches that collide, each with whom it met.</summary>
internal static class LoserSearch
{
    /// <param name="conflictsOf">The conflicts of a step that did not land.</param>
    public static IReadOnlyList<Loser> Find(IReadOnlyList<Step> steps, Func<Step, IReadOnlyList<Conflict>> conflictsOf)
    {
        var touched = new PathIndex();
        Dictionary<int, CarriedPatch> landed = [];
        List<Loser> losers = [];
        foreach (var step in steps)
        {
            if (step.Lands)
            {
                landed.Add(step.Patch.Index, step.Patch);
                touched.Add(step.Patch.Paths.Concat(step.Changes.Select(change => change.Path)), step.Patch.Index);
                continue;
            }

            var conflicts = conflictsOf(step);
            if (conflicts.Count > 0)
            {
                losers.Add(new Loser(step, conflicts, [.. conflicts.Select(conflict => Opponents(conflict, step.Patch))]));
            }
        }

        return losers;

        IReadOnlyList<CarriedPatch> Opponents(Conflict conflict, CarriedPatch patch)
        {
            // A conflict may only follow from another one, such as a file that cannot make room for a folder whose content collides.
            var direct = touched.Meeting(conflict.OtherPaths.Prepend(conflict.Path));
            return [.. (direct.Count > 0 || !patch.MergesWithTip ? direct : touched.Meeting(patch.Paths)).Select(index => landed[index])];
        }
    }
}
