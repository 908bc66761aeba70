namespace Troupe.Rehearsal.Replay;

/// <summary>
/// Cuts cases out of a history: the base where most changes were open at once comes first, the changes with the
/// nearest forks go in first, and every landing is used at most once. The same history gives the same cases.
/// </summary>
/// <param name="batch">At most so many changes in a case; at least two.</param>
/// <param name="cases">At most so many cases.</param>
internal sealed class CaseSelection(int batch, int cases)
{
    private const int SmallestCase = 2;

    /// <summary>
    /// A squash landing hides when its branch was cut; it counts as open at the positions so near before its landing.
    /// </summary>
    private int SquashWindow => batch * 2;

    public IReadOnlyList<ReplayCase> Choose(MinedHistory history)
    {
        List<ReplayCase> chosen = [];
        var unused = history.Landings.ToList();
        while (chosen.Count < cases && DensestBase(unused, history.Line.Count) is { } position)
        {
            var taken = unused
                .Where(landing => IsOpen(landing, position))
                .OrderBy(landing => Math.Abs(position - landing.ForkPosition)).ThenBy(landing => landing.Position)
                .Take(batch)
                .OrderBy(landing => landing.Position)
                .ToList();
            var naming = new PersonaNaming();
            chosen.Add(new ReplayCase(
                history.Line[position],
                position,
                [.. taken.Select(landing => new ReplayPatch(naming.Name(landing), landing.Fork, landing.Head, landing.Subject))]));
            unused.RemoveAll(taken.ToHashSet().Contains);
        }

        return chosen;
    }

    /// <summary>The base position with the most open changes, the latest of several; null where fewer than two are open anywhere.</summary>
    private int? DensestBase(List<Landing> landings, int positions)
    {
        var changes = new int[positions + 1];
        foreach (var landing in landings)
        {
            changes[OpenFrom(landing)]++;
            changes[landing.Position]--;
        }

        int? densest = null;
        var most = SmallestCase;
        for (int position = 0, open = 0; position < positions; position++)
        {
            open += changes[position];
            if (open >= most)
            {
                most = open;
                densest = position;
            }
        }

        return densest;
    }

    private bool IsOpen(Landing landing, int position) => OpenFrom(landing) <= position && position < landing.Position;

    private int OpenFrom(Landing landing) =>
        landing.Kind == LandingKind.Squash ? Math.Max(0, landing.Position - SquashWindow) : landing.ForkPosition;
}
