using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>Looks into the bodies that are blobs, for the terms that were not found in the rest of their messages.</summary>
internal static class BodySearch
{
    /// <param name="unsearched">Takes one sentence for each body that cannot be read.</param>
    public static async Task<IReadOnlyCollection<Find>> DecideAsync(
        IEnumerable<UndecidedFind> undecided, SearchTerms terms, StoredBodies bodies, List<string> unsearched, CancellationToken cancellationToken)
    {
        List<Find> decided = [];
        HashSet<ulong>? taken = null;
        foreach (var candidate in undecided)
        {
            try
            {
                var body = await bodies.ReadAsync(candidate.Blob, cancellationToken);
                if (terms.Without(candidate.Open, body) == 0)
                {
                    decided.Add(candidate.Find);
                }
            }
            catch (TroupeException failure)
            {
                taken ??= [.. (await bodies.TakenAsync(cancellationToken)).Select(IdTail.Of)];
                if (failure.Code is ErrorCode.NotFound && taken.Contains(candidate.Find.Tail))
                {
                    continue;
                }

                unsearched.Add($"the body of the message at {candidate.Find.Position} was not searched: {failure.Message}");
            }
        }

        return decided;
    }
}
