using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>
/// In a partial clone, sorts out the patches whose files are not there, so that one of them does not end the weave of all the others. In any
/// other repository nothing is asked.
/// </summary>
internal sealed class PartialClone(GitRepository repository, TreeComparison comparison, ObjectReader reader)
{
    public async Task<IReadOnlyList<IntakeResult>> CheckAsync(IReadOnlyList<IntakeResult> results, TreeId tip, CancellationToken cancellationToken)
    {
        if (!IsPartial())
        {
            return results;
        }

        List<IntakeResult> checkedResults = [];
        var needs = new MergeNeeds();
        foreach (var result in results)
        {
            checkedResults.Add(result is IntakeResult.Taken taken ? await CheckAsync(taken, tip, needs, cancellationToken) : result);
        }

        return checkedResults;
    }

    // git marks what came from a remote that promises the rest.
    private bool IsPartial() =>
        Path.Combine(repository.CommonDirectory, "objects", "pack") is var packs && Directory.Exists(packs) && Directory.EnumerateFiles(packs, "*.promisor").Any();

    private async Task<IntakeResult> CheckAsync(IntakeResult.Taken taken, TreeId tip, MergeNeeds needs, CancellationToken cancellationToken)
    {
        var patch = taken.Patch;
        IReadOnlyList<IReadOnlyList<PathChange>> sides;
        try
        {
            sides = await comparison.CompareAsync([new(patch.ForkTree, patch.Change.Result), new(patch.ForkTree, tip)], cancellationToken);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Git)
        {
            return new IntakeResult.Refused(PatchOutcome.Stale, failure.Message);
        }

        var needed = needs.Of(sides[0], sides[1]);
        var sizes = await reader.SizesAsync([.. needed.Select(file => file.Blob)], cancellationToken);
        var missing = needed.Where((_, i) => sizes[i] is null).ToList();
        if (missing.Count > 0)
        {
            return MissingBase.OfObjects([.. missing.Select(file => file.Blob).Distinct(StringComparer.Ordinal)], missing.Select(file => file.Path));
        }

        needs.Take(sides[0]);
        return taken;
    }
}
