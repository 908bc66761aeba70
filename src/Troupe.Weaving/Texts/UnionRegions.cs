namespace Troupe.Weaving;

/// <summary>
/// The regions of a merge that keeps both sides, as git cuts them: lines that both sides have alike within a collision stand once,
/// but collisions that are only a few lines apart are one. Pure.
/// </summary>
internal static class UnionRegions
{
    private const int Near = 3;

    public static IReadOnlyList<MergeRegion> Of(IReadOnlyList<MergeRegion> regions, string[] ours, string[] theirs)
    {
        List<MergeRegion> cut = [];
        foreach (var part in regions.SelectMany(region => region.Collides ? Refined(region, ours, theirs) : [region]))
        {
            if (part.Collides && cut.Count > 0 && cut[^1].Collides && part.Ours.Start.Value - cut[^1].Ours.End.Value <= Near)
            {
                cut[^1] = cut[^1] with { Ours = cut[^1].Ours.Start..part.Ours.End, Theirs = cut[^1].Theirs.Start..part.Theirs.End };
            }
            else
            {
                cut.Add(part);
            }
        }

        return cut;
    }

    private static IEnumerable<MergeRegion> Refined(MergeRegion region, string[] ours, string[] theirs)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] Numbered(string[] lines) => [.. lines.Select(line => numbers.TryGetValue(line, out var known) ? known : numbers[line] = numbers.Count)];

        var (left, right) = (Numbered(ours[region.Ours]), Numbered(theirs[region.Theirs]));
        var (start, newStart) = (region.Ours.Start.Value, region.Theirs.Start.Value);

        // Where one side has no lines there, there is nothing to refine. What both end with is theirs together, whatever comes before.
        var end = left.Length == 0 || right.Length == 0 ? -1 : CommonEnd(left, right);
        return end < 0
            ? [region]
            : LineDiff.Of(left[..^end], right[..^end]).Select(change => region with
            {
                Ours = (start + change.From)..(start + change.To),
                Theirs = (newStart + change.NewFrom)..(newStart + change.NewTo),
            });
    }

    private static int CommonEnd(int[] left, int[] right)
    {
        var end = 0;
        while (end < Math.Min(left.Length, right.Length) && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        return end;
    }
}
