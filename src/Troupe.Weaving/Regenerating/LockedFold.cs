using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A fold with its lock files.</summary>
/// <param name="Trees">The tree that each step leaves, with the lock files that its patches made.</param>
/// <param name="Tree">That of the last step, with the lock files that were made anew.</param>
/// <param name="Aside">What was taken out of the patches.</param>
internal sealed record LockedFold(
    OrderedSteps Fold, IReadOnlyList<TreeId> Trees, TreeId Tree, IReadOnlyList<LockChange> Aside, IReadOnlyList<LockFile> Files)
{
    public static LockedFold Without(OrderedSteps fold, TreeId tip) =>
        new(fold, [.. fold.Steps.Select(step => step.After)], fold.Steps.Count > 0 ? fold.Steps[^1].After : tip, [], []);
}
