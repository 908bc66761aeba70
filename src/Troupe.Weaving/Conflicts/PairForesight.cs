namespace Troupe.Weaving;

/// <summary>
/// Foresees which pairs of patches the explanation of the conflicts will ask about, so that they are merged along with the proof. A
/// question that is not foreseen is asked later; one that is foreseen in vain costs a merge. Pure.
/// </summary>
internal static class PairForesight
{
    public static IReadOnlyList<Carry> Carries(IReadOnlyList<Prediction> predictions)
    {
        var touched = new PathIndex();
        List<int> losers = [];
        List<Carry?> carries = [];
        for (var i = 0; i < predictions.Count; i++)
        {
            var patch = predictions[i].Patch;
            var collisions = predictions[i].Collisions;
            if (collisions.Count == 0)
            {
                touched.Add(predictions[i].After == predictions[i].Before ? [] : patch.Paths, i);
                continue;
            }

            var opponents = collisions.Select(path => touched.Meeting([path])).Where(meeting => meeting.Count > 1).SelectMany(meeting => meeting);
            carries.AddRange(opponents.Distinct().Select(other => PairCheck.CarryOf(predictions[other].Patch, patch)));
            carries.AddRange(losers.Where(other => PathIndex.Meet(predictions[other].Patch, patch))
                .Select(other => PairCheck.CarryOf(predictions[other].Patch, patch)));
            losers.Add(i);
        }

        return [.. carries.OfType<Carry>().Distinct().Take(PairCheck.MaxPairs)];
    }
}
