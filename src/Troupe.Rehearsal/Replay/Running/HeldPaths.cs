using Troupe.Git;
using Troupe.Weaving;

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// The paths that a sprint would hold for a human. A replay lets them pass, since the past had no such rule, and counts them.
/// </summary>
internal static class HeldPaths
{
    /// <summary>How many of the changes touch such a path.</summary>
    public static async Task<int> CountAsync(
        GitRepository repository, IReadOnlyList<ReplayPatch> patches, CancellationToken cancellationToken)
    {
        var trees = await repository.TreesOfAsync(
            [.. patches.Select(patch => patch.Fork), .. patches.Select(patch => patch.Head)], cancellationToken);
        var pairs = patches.Select((_, place) => new TreePair(trees[place], trees[patches.Count + place])).ToList();
        var changes = await TreeDiff.CompareAsync(repository.Git, pairs, renames: false, cancellationToken);
        return changes.Count(change => change.Any(one => ProtectedPaths.Holds(one.Path, null)));
    }
}
