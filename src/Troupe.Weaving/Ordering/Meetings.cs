namespace Troupe.Weaving;

/// <summary>Which patches meet, by an index of what they touch: the cost follows the pairs that share a path, not all pairs.</summary>
internal sealed class Meetings(FileVerdicts verdicts)
{
    // All the pairs of more than 600 patches that change one file. What is beyond is left to the fold.
    private const int MostPairs = 200_000;

    /// <param name="patches">Each with what it changes in the tip; null: it takes no part.</param>
    public async Task<FoundMeetings> FindAsync(IReadOnlyList<CarriedPatch?> patches, CancellationToken cancellationToken)
    {
        await verdicts.LoadAsync(
            [.. patches.SelectMany(patch => patch?.Changes ?? []).GroupBy(change => change.Path, StringComparer.Ordinal)
                .Where(path => path.Skip(1).Any()).Select(path => (IReadOnlyList<PathChange>)[.. path])],
            cancellationToken);
        var touched = new PathIndex();
        Dictionary<(int Patch, string Path), PathChange> changes = [];
        List<MeetingPair> pairs = [];
        for (var second = 0; second < patches.Count && pairs.Count <= MostPairs; second++)
        {
            SortedDictionary<int, FileVerdict> met = [];
            foreach (var change in patches[second]?.Changes ?? [])
            {
                foreach (var first in touched.OwnersOf(change.Path))
                {
                    Worsen(met, first, met.GetValueOrDefault(first) == FileVerdict.Collides ? FileVerdict.Collides : verdicts.Of(changes[(first, change.Path)], change));
                }

                foreach (var first in touched.AboveAndBelow(change.Path))
                {
                    Worsen(met, first, FileVerdict.Unclear);
                }

                changes.Add((second, change.Path), change);
            }

            touched.Add(patches[second]?.Paths ?? [], second);
            pairs.AddRange(met.Select(pair => new MeetingPair(pair.Key, second, pair.Value)));
        }

        return new FoundMeetings(pairs, pairs.Count <= MostPairs);
    }

    private static void Worsen(SortedDictionary<int, FileVerdict> met, int first, FileVerdict verdict) =>
        met[first] = met.TryGetValue(first, out var known) && known > verdict ? known : verdict;
}
