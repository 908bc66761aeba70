namespace Troupe.Weaving;

/// <summary>
/// Lays the changes of two sides over each other, as git's merge does. Pure.
/// </summary>
/// <param name="ours">The lines of our side, as numbers.</param>
/// <param name="theirs">The lines of their side, by the same numbers.</param>
internal readonly ref struct MergeRegions(ReadOnlySpan<int> ours, ReadOnlySpan<int> theirs)
{
    private readonly ReadOnlySpan<int> _ours = ours;
    private readonly ReadOnlySpan<int> _theirs = theirs;

    /// <returns>In ascending order.</returns>
    public List<MergeRegion> Of(IReadOnlyList<LineChange> ourChanges, IReadOnlyList<LineChange> theirChanges)
    {
        var (ours, theirs) = (new Queue<LineChange>(ourChanges), new Queue<LineChange>(theirChanges));
        List<MergeRegion> regions = [];
        for (int mine = 0, other = 0; theirs.TryPeek(out var change);)
        {
            if (ours.TryPeek(out var own) && own.To < change.From)
            {
                mine = ours.Dequeue().ShiftAfter;
            }
            else if (ours.Count == 0 || change.To < own.From)
            {
                theirs.Dequeue();
                other = change.ShiftAfter;
                regions.Add(new MergeRegion(false, change.From..change.To, (change.From + mine)..(change.To + mine), change.NewFrom..change.NewTo));
            }
            else
            {
                // Changes that only touch collide too, since nobody knows which comes first.
                var from = Math.Min(own.From, change.From);
                var (start, newStart) = (from + mine, from + other);
                var to = Together(ours, theirs, ref mine, ref other);
                Add(regions, new MergeRegion(true, from..to, start..(to + mine), newStart..(to + other)));
            }
        }

        return regions;
    }

    private static int Together(Queue<LineChange> ours, Queue<LineChange> theirs, ref int mine, ref int other)
    {
        var to = Math.Max(ours.Peek().From, theirs.Peek().From);
        while (true)
        {
            if (ours.TryPeek(out var own) && own.From <= to)
            {
                (to, mine) = (Math.Max(to, own.To), ours.Dequeue().ShiftAfter);
            }
            else if (theirs.TryPeek(out var change) && change.From <= to)
            {
                (to, other) = (Math.Max(to, change.To), theirs.Dequeue().ShiftAfter);
            }
            else
            {
                return to;
            }
        }
    }

    // What both sides did alike is no collision.
    private void Add(List<MergeRegion> regions, MergeRegion region)
    {
        if (!_ours[region.Ours].SequenceEqual(_theirs[region.Theirs]))
        {
            regions.Add(region);
        }
    }
}
