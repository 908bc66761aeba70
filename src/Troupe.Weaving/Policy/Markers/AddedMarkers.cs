namespace Troupe.Weaving;

/// <summary>Which conflict markers a patch adds to a file. Pure.</summary>
internal static class AddedMarkers
{
    /// <summary>
    /// Those that were not there before. A file that holds openings and closings already is one that writes about them, or is broken by
    /// somebody else: whoever adds more there is not refused.
    /// </summary>
    /// <param name="before">The markers of the file as the patch found it; of a new file, those of the files that the patch deletes.</param>
    public static IReadOnlyList<MarkerLine> Of(IReadOnlyList<MarkerLine> before, IReadOnlyList<MarkerLine> after)
    {
        if (before.Any(marker => marker.Text[0] == '<') && before.Any(marker => marker.Text[0] == '>'))
        {
            return [];
        }

        var known = before.CountBy(marker => marker.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        List<MarkerLine> added = [];
        foreach (var marker in after)
        {
            if (known.GetValueOrDefault(marker.Text) is var left and > 0)
            {
                known[marker.Text] = left - 1;
            }
            else
            {
                added.Add(marker);
            }
        }

        return added;
    }
}
