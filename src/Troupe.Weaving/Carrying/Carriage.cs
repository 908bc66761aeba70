using Troupe.Core;
using Troupe.Git;

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
        var merged = await comparison.CompareAsync([.. outcomes.Select(outcome => new TreePair(tip, outcome.Tree))], cancellationToken);
        var own = await comparison.CompareAsync(
            [.. patches.Where((_, i) => !outcomes[i].IsClean).Select(item => new TreePair(item.Patch.ForkTree, item.Patch.Change.Result))], cancellationToken);
        var ownOfNext = 0;
        List<CarriedPatch> carried = [];
        for (var i = 0; i < patches.Count; i++)
        {
            var (index, patch) = patches[i];
            carried.Add(outcomes[i].IsClean
                ? new CarriedPatch(index, patch.ForkTree, patch.Change.Result, outcomes[i].Tree, merged[i])
                : new CarriedPatch(index, patch.ForkTree, patch.Change.Result, null, own[ownOfNext++])
                {
                    Followed = [.. merged[i].Select(change => change.Path)],
                });
        }

        return carried;
    }
}
