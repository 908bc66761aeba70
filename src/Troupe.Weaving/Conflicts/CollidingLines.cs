namespace Troupe.Weaving;

/// <summary>The hunks of a report: what collides in a merge of texts, cut to a length that one can read. Pure.</summary>
internal sealed class CollidingLines
{
    private const int MaxHunks = 20;
    private const int MaxLines = 60;
    private const int MaxLength = 6000;

    public CollidingLines(TextMerge merge)
    {
        var collisions = merge.Regions.Where(region => region.Collides).ToList();
        IsCut = collisions.Count > MaxHunks;
        Hunks = [.. collisions.Take(MaxHunks).Select(region =>
        {
            var (@base, ours, theirs) = merge.TextOf(region);
            return new Hunk(region.Ours.Start.Value + 1, Bounded(@base), Bounded(ours), Bounded(theirs));
        })];
    }

    /// <summary>Whether some of what collides is not among the hunks.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<Hunk> Hunks { get; }

    private string Bounded(string text)
    {
        text = text.Length == 0 || text[^1] == '\n' ? text : text + "\n";
        var end = 0;
        for (var lines = 0; lines < MaxLines && end < text.Length && end < MaxLength; lines++)
        {
            end = text.IndexOf('\n', end) + 1;
        }

        IsCut |= end < text.Length;
        return end < text.Length ? text[..Math.Min(end, MaxLength)] + "…\n" : text;
    }
}
