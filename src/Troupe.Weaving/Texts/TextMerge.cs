using System.Text;

namespace Troupe.Weaving;

/// <summary>
/// A three-way merge of texts in this process. It foresees and explains what git's merge does; it never decides: only what
/// git itself has merged lands. Pure.
/// </summary>
internal sealed class TextMerge
{
    private readonly string[] _base;
    private readonly string[] _ours;
    private readonly string[] _theirs;

    public TextMerge(string @base, string ours, string theirs)
    {
        (_base, _ours, _theirs) = (TextLines.Split(@base), TextLines.Split(ours), TextLines.Split(theirs));
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] Numbered(string[] lines) => [.. lines.Select(line => numbers.TryGetValue(line, out var known) ? known : numbers[line] = numbers.Count)];

        var found = Numbered(_base);
        Regions = Merge(new Queue<LineChange>(LineDiff.Of(found, Numbered(_ours))), new Queue<LineChange>(LineDiff.Of(found, Numbered(_theirs))));
    }

    /// <summary>In ascending order.</summary>
    public IReadOnlyList<MergeRegion> Regions { get; }

    /// <summary>Null: the sides collide.</summary>
    public string? Merged() => Regions.Any(region => region.Collides) ? null : Text(Regions);

    /// <summary>The merge that keeps the lines of both sides where they collide, ours first.</summary>
    public string Union() => Text(UnionRegions.Of(Regions, _ours, _theirs));

    /// <summary>The lines of a region: in the base, ours and theirs.</summary>
    public (string Base, string Ours, string Theirs) TextOf(MergeRegion region) =>
        (string.Concat(_base[region.Base]), string.Concat(_ours[region.Ours]), string.Concat(_theirs[region.Theirs]));

    // Where the sides collide, it has both.
    private string Text(IEnumerable<MergeRegion> regions)
    {
        var merged = new StringBuilder();
        var at = 0;
        foreach (var region in regions)
        {
            merged.AppendJoin("", _ours[at..region.Ours.Start]);
            if (region.Collides)
            {
                merged.AppendJoin("", _ours[region.Ours]);
                EndLine(merged);
            }

            merged.AppendJoin("", _theirs[region.Theirs]);
            at = region.Ours.End.Value;
        }

        return merged.AppendJoin("", _ours[at..]).ToString();
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private List<MergeRegion> Merge(Queue<LineChange> ours, Queue<LineChange> theirs)
    {
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
        if (!_ours.AsSpan(region.Ours).SequenceEqual(_theirs.AsSpan(region.Theirs)))
        {
            regions.Add(region);
        }
    }
}
