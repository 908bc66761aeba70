namespace Troupe.Weaving;

/// <summary>The hunks of a report: what collides of three texts. Pure.</summary>
internal sealed class CollidingLines
{
    private CollidingLines(IReadOnlyList<Hunk> hunks, bool isCut, bool areAlike) => (Hunks, IsCut, AreAlike) = (hunks, isCut, areAlike);

    public IReadOnlyList<Hunk> Hunks { get; }

    /// <summary>Whether some of what collides is not among the hunks.</summary>
    public bool IsCut { get; }

    /// <summary>Two files without a common base that are mostly the same.</summary>
    public bool AreAlike { get; }

    /// <param name="base">Null: there is none, both sides have the file anew.</param>
    public static CollidingLines Of(string? @base, string ours, string theirs)
    {
        if (@base is null)
        {
            var texts = new TwoTexts(TextLines.Split(ours), TextLines.Split(theirs));
            return Of([.. Differing(texts, 0)], texts.AreAlike);
        }

        var merge = new TextMerge(@base, ours, theirs);
        return Of([.. merge.Regions.Where(region => region.Collides).SelectMany(region => Of(merge, region))], areAlike: false);
    }

    /// <summary>Where the landed file is another one: all that the patch changed in its own, and what the landed one has there.</summary>
    /// <param name="found">The file that the patch renamed, as it found it.</param>
    public static CollidingLines OfRenamed(string found, string ours, string theirs)
    {
        var merge = new TextMerge(found, ours, theirs);
        var areAlike = new TwoTexts(TextLines.Split(ours), TextLines.Split(theirs)).AreAlike;
        return areAlike
            ? Of([.. merge.Regions.SelectMany(region => Of(merge, region)).Select(one => (one.Hunk with { Change = "" }, one.IsCut))], areAlike)
            : Of(null, ours, theirs);
    }

    private static CollidingLines Of(IReadOnlyList<(Hunk Hunk, bool IsCut)> found, bool areAlike) => new(
        [.. found.Take(HunkText.MaxHunks).Select(one => one.Hunk)],
        found.Count > HunkText.MaxHunks || found.Any(one => one.IsCut),
        areAlike);

    // Where both only added, the lines that both have alike do not collide.
    private static IEnumerable<(Hunk Hunk, bool IsCut)> Of(TextMerge merge, MergeRegion region)
    {
        var (@base, ours, theirs) = merge.LinesOf(region);
        var start = region.Ours.Start.Value;
        IEnumerable<(Hunk Hunk, bool IsCut)> found = @base.Length == 0 && ours.Length > 0 && theirs.Length > 0
            ? Differing(new TwoTexts(ours, theirs), start)
            : [Of(start, @base, ours, theirs)];
        return found.Select(one => (one.Hunk with { Change = merge.LandedChange(region) }, one.IsCut));
    }

    private static IEnumerable<(Hunk Hunk, bool IsCut)> Differing(TwoTexts texts, int start) => texts.Differences.Select(change =>
        Of(start + change.From, [], texts.Before[change.From..change.To], texts.After[change.NewFrom..change.NewTo]));

    private static (Hunk Hunk, bool IsCut) Of(int start, string[] @base, string[] ours, string[] theirs)
    {
        var (found, mine, other) = (HunkText.Of(@base), HunkText.Of(ours), HunkText.Of(theirs));
        return (new Hunk(start + 1, found.Text, mine.Text, other.Text), found.IsCut || mine.IsCut || other.IsCut);
    }
}
