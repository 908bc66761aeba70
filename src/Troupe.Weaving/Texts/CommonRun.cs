namespace Troupe.Weaving;

/// <summary>Finds the run of common lines that is the best place to cut a comparison in two. Pure.</summary>
internal static class CommonRun
{
    // Lines that occur more often than this, such as empty ones, are no place to cut.
    private const int MaxOccurrences = 64;

    /// <param name="part">The part of both texts to look at.</param>
    /// <returns>Where the run is in both; null: they have no line in common that is rare enough.</returns>
    public static LineChange? Rarest(int[] before, int[] after, LineChange part)
    {
        var places = Places(before, part);
        LineChange? best = null;
        var rarest = MaxOccurrences + 1;
        for (int at = part.NewFrom, next; at < part.NewTo; at = next)
        {
            next = at + 1;
            if (!places.TryGetValue(after[at], out var candidates) || candidates.Count > Math.Min(rarest, MaxOccurrences))
            {
                continue;
            }

            for (int i = 0, end = part.From; i < candidates.Count; i++)
            {
                // What lies within the run before it was seen already.
                if (candidates[i] < end)
                {
                    continue;
                }

                var run = Extend(before, after, part, candidates[i], at);
                end = run.To;
                next = Math.Max(next, run.NewTo);
                var count = Enumerable.Range(run.From, run.To - run.From).Min(line => places[before[line]].Count);
                if (best is not { } known || run.To - run.From > known.To - known.From || count < rarest)
                {
                    (best, rarest) = (run, count);
                }
            }
        }

        return best;
    }

    private static Dictionary<int, List<int>> Places(int[] before, LineChange part)
    {
        Dictionary<int, List<int>> places = [];
        for (var i = part.From; i < part.To; i++)
        {
            if (!places.TryGetValue(before[i], out var list))
            {
                places.Add(before[i], list = []);
            }

            list.Add(i);
        }

        return places;
    }

    private static LineChange Extend(int[] before, int[] after, LineChange part, int left, int right)
    {
        var (to, newTo) = (left + 1, right + 1);
        while (left > part.From && right > part.NewFrom && before[left - 1] == after[right - 1])
        {
            left--;
            right--;
        }

        while (to < part.To && newTo < part.NewTo && before[to] == after[newTo])
        {
            to++;
            newTo++;
        }

        return new LineChange(left, to, right, newTo);
    }
}
