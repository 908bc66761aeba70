using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Carries every patch onto the tip alone: what it touches is the difference that this makes.</summary>
internal sealed class Carriage(Carrier carrier, TreeComparison comparison)
{
    /// <param name="patches">In the order of arrival, with their places in it.</param>
    public async Task<IReadOnlyList<CarriedPatch>> CarryAsync(
        TreeId tip, IReadOnlyList<(int Index, TakenPatch Patch)> patches, CancellationToken cancellationToken)
    {
        var outcomes = await carrier.CarryAsync(
            [.. patches.Select(item => new Carry(item.Patch.ForkTree, tip, item.Patch.Change.Result))], cancellationToken);
        List<CarriedPatch> carried = [];
        for (var i = 0; i < patches.Count; i++)
        {
            var (index, patch) = patches[i];
            var merged = await comparison.CompareAsync(tip, outcomes[i].Tree, cancellationToken);
            carried.Add(outcomes[i].IsClean
                ? new CarriedPatch(index, patch.ForkTree, patch.Change.Result, outcomes[i].Tree, merged)
                : new CarriedPatch(
                    index, patch.ForkTree, patch.Change.Result, null,
                    await comparison.CompareAsync(patch.ForkTree, patch.Change.Result, cancellationToken))
                {
                    Followed = [.. merged.Select(change => change.Path)],
                });
        }

        return carried;
    }
}
