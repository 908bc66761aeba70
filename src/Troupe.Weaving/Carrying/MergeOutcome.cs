using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What git made of one three-way merge.</summary>
/// <param name="Tree">The merged tree; with conflicts, it holds conflict markers and must not land.</param>
internal sealed record MergeOutcome(
    bool IsClean, TreeId Tree, IReadOnlyList<UnmergedEntry> Entries, IReadOnlyList<MergeMessage> Messages)
{
    public static MergeOutcome Clean(TreeId tree) => new(true, tree, [], []);
}
