namespace Troupe.Weaving;

/// <summary>
/// What differs between two texts whose lines are numbers, by the histogram method, which is the one of git's merge: around
/// the rarest common lines first. Pure. Where git would fall back to another method, or the
/// texts take too much work, all of that part counts as replaced.
/// </summary>
internal static class LineDiff
{
    // In lines looked at. Files of any content can be merged, and where every second line differs each cut leaves nearly all of
    // the text to be looked at again.
    private const long MostWork = 20_000_000;

    /// <returns>In ascending order; runs that touch are one.</returns>
    public static IReadOnlyList<LineChange> Of(int[] before, int[] after)
    {
        List<LineChange> changes = [];
        var work = 0L;
        var open = new Stack<LineChange>([new(0, before.Length, 0, after.Length)]);

        // The left part is taken from the stack before the right one, so that the changes come in order.
        while (open.TryPop(out var part))
        {
            if (part.From == part.To && part.NewFrom == part.NewTo)
            {
                continue;
            }

            work += part.To - part.From + part.NewTo - part.NewFrom;
            if (work > MostWork || CommonRun.Rarest(before, after, part) is not { } run)
            {
                Append(changes, part);
                continue;
            }

            open.Push(new LineChange(run.To, part.To, run.NewTo, part.NewTo));
            open.Push(new LineChange(part.From, run.From, part.NewFrom, run.NewFrom));
        }

        return Settled(changes, before, after);
    }

    private static void Append(List<LineChange> changes, LineChange next)
    {
        if (changes.Count > 0 && changes[^1].To == next.From && changes[^1].NewTo == next.NewFrom)
        {
            changes[^1] = changes[^1] with { To = next.To, NewTo = next.NewTo };
        }
        else
        {
            changes.Add(next);
        }
    }

    // Where lines repeat, an addition or a removal could stand in several places: like git, as far down as it can.
    private static List<LineChange> Settled(List<LineChange> changes, int[] before, int[] after)
    {
        List<LineChange> settled = [];
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            var change = changes[i];
            var end = settled.Count > 0 ? settled[^1].From : before.Length;
            while (change.To < end && MovesDown(change, before, after))
            {
                change = new LineChange(change.From + 1, change.To + 1, change.NewFrom + 1, change.NewTo + 1);
            }

            if (settled.Count > 0 && change.To == end)
            {
                change = change with { To = settled[^1].To, NewTo = settled[^1].NewTo };
                settled.RemoveAt(settled.Count - 1);
            }

            settled.Add(change);
        }

        settled.Reverse();
        return settled;
    }

    private static bool MovesDown(LineChange change, int[] before, int[] after) =>
        change.From == change.To ? after[change.NewFrom] == after[change.NewTo]
        : change.NewFrom == change.NewTo && before[change.From] == before[change.To];
}
