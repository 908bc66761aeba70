namespace Troupe.Weaving;

/// <summary>
/// Foresees which pairs of patches the explanation of the conflicts will ask about, so that they are merged along with the proof. A
/// question that is not foreseen is asked later; one that is foreseen in vain costs a merge. Pure.
/// </summary>
internal static class PairForesight
{
    public static IReadOnlyList<Carry> Carries(IReadOnlyList<Prediction> predictions)
    {
        var landed = new PathIndex();
        var lost = new PathIndex();
        List<Carry?> carries = [];
        List<Carry> reversed = [];
        for (var i = 0; i < predictions.Count; i++)
        {
            var patch = predictions[i].Patch;
            var collisions = predictions[i].Collisions;
            if (collisions.Count == 0)
            {
                landed.Add(predictions[i].After == predictions[i].Before ? [] : patch.Paths, i);
                continue;
            }

            var opponents = collisions.Select(path => landed.Meeting([path])).ToList();
            carries.AddRange(opponents.Where(meeting => meeting.Count > 1).SelectMany(meeting => meeting).Distinct().Select(Before));
            carries.AddRange(lost.Meeting(patch.Paths).Select(Before));
            reversed.AddRange(opponents.SelectMany(meeting => meeting).Distinct().Take(CounterpartChoice.MaxReversalsOfOne).Select(After).OfType<Carry>());
            lost.Add(patch.Paths, i);

            Carry? Before(int other) => PairCheck.CarryOf(predictions[other].Patch, patch);
            Carry? After(int other) => PairCheck.CarryOf(patch, predictions[other].Patch);
        }

        return [.. reversed.Take(CounterpartChoice.MaxReversals).Concat(carries.OfType<Carry>()).Distinct().Take(PairCheck.MaxPairs)];
    }
}
