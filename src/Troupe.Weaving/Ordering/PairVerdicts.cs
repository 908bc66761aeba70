using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// What is known of the pairs of a weave. A pair that is foreseen to merge is believed, since the fold proves it; that a pair does not
/// merge is for git to say, in both orders where they may differ.
/// </summary>
/// <param name="Conflicts">The pairs that cannot land together.</param>
/// <param name="Before">Pairs that merge only where the first of them lands first.</param>
/// <param name="Met">How many pairs share a path.</param>
/// <param name="Merged">How many merges git was asked for.</param>
/// <param name="IsComplete">False: there are more pairs than were looked at.</param>
internal sealed record PairVerdicts(
    IReadOnlyList<PairConflict> Conflicts, IReadOnlyList<(int First, int Second)> Before, int Met, int Merged, bool IsComplete)
{
    // Some seconds of git's time. Beyond, what is foreseen to collide is believed too.
    private const int MostMerges = 10_000;

    /// <param name="meetings">The pairs of these patches that share a path.</param>
    public static async Task<PairVerdicts> FindAsync(
        Carrier carrier, FoundMeetings meetings, TreeId tip, IReadOnlyList<CarriedPatch> patches, CancellationToken cancellationToken)
    {
        var doubtful = meetings.Pairs.Where(pair => pair.Foreseen != FileVerdict.Merges).ToList();
        var asked = doubtful.Take(MostMerges).ToList();
        var outcomes = await carrier.CarryAsync([.. asked.Select(pair => CarryOf(patches[pair.First], patches[pair.Second]))], cancellationToken);
        var colliding = asked.Zip(outcomes).Where(pair => !pair.Second.IsClean).ToList();

        // Where both were made on the tip itself and collide in their lines, the merge is the same with its sides swapped.
        var oneSided = colliding.Where(pair => pair.First.Foreseen != FileVerdict.Collides || !IsMadeOn(tip, patches[pair.First.First], patches[pair.First.Second])).ToList();
        var swapped = await carrier.CarryAsync([.. oneSided.Select(pair => CarryOf(patches[pair.First.Second], patches[pair.First.First]))], cancellationToken);
        var before = oneSided.Zip(swapped).Where(pair => pair.Second.IsClean).Select(pair => (pair.First.First.Second, pair.First.First.First)).ToHashSet();
        return new PairVerdicts(
            [
                .. colliding.Where(pair => !before.Contains((pair.First.Second, pair.First.First)))
                    .Select(pair => new PairConflict(pair.First.First, pair.First.Second, PathsOf(pair.Second))),
                .. doubtful.Skip(MostMerges).Where(pair => pair.Foreseen == FileVerdict.Collides)
                    .Select(pair => new PairConflict(pair.First, pair.Second, [])),
            ],
            [.. before],
            meetings.Pairs.Count,
            asked.Count + oneSided.Count,
            meetings.AreAll && doubtful.Count <= MostMerges);
    }

    /// <summary>Carrying the second onto what the first makes of the tip.</summary>
    public static Carry CarryOf(CarriedPatch first, CarriedPatch second) => new(second.Base, first.OnTip!.Value, second.Theirs);

    private static bool IsMadeOn(TreeId tip, CarriedPatch one, CarriedPatch other) => one.Base == tip && other.Base == tip;

    private static IReadOnlyList<string> PathsOf(MergeOutcome outcome) =>
        [.. ConflictClassifier.Classify(outcome).Select(conflict => conflict.Path).Distinct(StringComparer.Ordinal)];
}
