using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Carries every patch onto the tip alone: what it touches is the difference that this makes.</summary>
/// <param name="isInHistory">Whether a fork is in the history of the tip.</param>
internal sealed class Carriage(Carrier carrier, TreeComparison comparison, Func<CommitId, CancellationToken, Task<bool>> isInHistory)
{
    /// <param name="patches">In the order of arrival, with their places in it.</param>
    public async Task<IReadOnlyList<CarriedPatch>> CarryAsync(
        TreeId tip, IReadOnlyList<(int Index, TakenPatch Patch)> patches, CancellationToken cancellationToken)
    {
        var outcomes = await carrier.CarryAsync(
            [.. patches.Select(item => new Carry(item.Patch.ForkTree, tip, item.Patch.Change.Result))], cancellationToken);
        var onTip = await comparison.CompareAsync([.. outcomes.Select(outcome => new TreePair(tip, outcome.Tree))], cancellationToken);
        List<CarriedPatch> carried = [];

        // Many patches left at the same commit: each is looked for once.
        Dictionary<CommitId, bool> inHistory = [];
        for (var i = 0; i < patches.Count; i++)
        {
            var (index, patch) = patches[i];
            var merges = outcomes[i].IsClean;
            var isEmpty = merges && onTip[i].Count == 0;
            if (isEmpty && !inHistory.ContainsKey(patch.Change.Fork))
            {
                inHistory[patch.Change.Fork] = await isInHistory(patch.Change.Fork, cancellationToken);
            }

            var isInTip = isEmpty && !inHistory[patch.Change.Fork];
            carried.Add(merges && !isInTip
                ? new CarriedPatch(index, patch.ForkTree, patch.Change.Result, outcomes[i].Tree, onTip[i])
                : new CarriedPatch(
                    index, patch.ForkTree, patch.Change.Result, merges ? tip : null,
                    await comparison.CompareAsync(patch.ForkTree, patch.Change.Result, cancellationToken))
                {
                    IsInTip = isInTip,
                    Followed = [.. onTip[i].Select(change => change.Path)],
                });
        }

        return carried;
    }
}
