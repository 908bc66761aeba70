namespace Troupe.Weaving;

/// <summary>Goes through the steps of a fold once and collects the patches that collide, each with whom it met.</summary>
internal static class LoserSearch
{
    /// <param name="conflictsOf">The conflicts of a step that did not land.</param>
    public static async Task<IReadOnlyList<Loser>> FindAsync(IReadOnlyList<Step> steps, Func<Step, Task<IReadOnlyList<Conflict>>> conflictsOf)
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

            var conflicts = await conflictsOf(step);
            if (conflicts.Count > 0)
            {
                losers.Add(new Loser(step, conflicts, [.. conflicts.Select(Opponents)]));
            }
        }

        return losers;

        IReadOnlyList<CarriedPatch> Opponents(Conflict conflict) =>
            [.. touched.Meeting(conflict.OtherPaths.Prepend(conflict.Path)).Select(index => landed[index])];
    }
}
