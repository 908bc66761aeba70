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
        var numbers = new LineNumbers();
        var (found, mine, other) = (numbers.Of(_base), numbers.Of(_ours), numbers.Of(_theirs));
        Regions = new MergeRegions(mine, other).Of(LineDiff.Of(found, mine), LineDiff.Of(found, other));
    }

    /// <summary>In ascending order.</summary>
    public IReadOnlyList<MergeRegion> Regions { get; }

    /// <summary>Null: the sides collide.</summary>
    public string? Merged() => Regions.Any(region => region.Collides) ? null : Text(Regions);

    /// <summary>The merge that keeps the lines of both sides where they collide, ours first.</summary>
    public string Union() => Text(UnionRegions.Of(Regions, _ours, _theirs));

    /// <summary>The lines of a region: in the base, ours and theirs.</summary>
    public (string[] Base, string[] Ours, string[] Theirs) LinesOf(MergeRegion region) => (_base[region.Base], _ours[region.Ours], _theirs[region.Theirs]);

    /// <summary>What ours made of a region, as a diff with the lines around it.</summary>
    public string LandedChange(MergeRegion region) => Weaving.LandedChange.Of(_base[region.Base], _ours, region.Ours);

    /// <summary>The merge that is as ours is where they collide, and has what theirs did everywhere else.</summary>
    public string Ours()
    {
        var merged = new StringBuilder();
        var at = 0;
        foreach (var region in Regions.Where(region => !region.Collides))
        {
            merged.AppendJoin("", _ours[at..region.Ours.Start]).AppendJoin("", _theirs[region.Theirs]);
            at = region.Ours.End.Value;
        }

        return merged.AppendJoin("", _ours[at..]).ToString();
    }

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
}
