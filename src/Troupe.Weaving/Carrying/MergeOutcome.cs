using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What git made of one three-way merge.</summary>
/// <param name="Tree">The merged tree; with conflicts, it holds conflict markers and must not land.</param>
internal sealed record MergeOutcome(
    bool IsClean, TreeId Tree, IReadOnlyList<UnmergedEntry> Entries, IReadOnlyList<MergeMessage> Messages)
{
    public static MergeOutcome Clean(TreeId tree) => new(true, tree, [], []);
}

/// <summary>One side of a file that did not merge.</summary>
/// <param name="Stage">1: base, 2: ours, 3: theirs.</param>
internal sealed record UnmergedEntry(string Path, int Stage, string Mode, BlobId Blob);

/// <summary>One thing that git says about a merge.</summary>
/// <param name="Type">A stable name, such as <c>CONFLICT (contents)</c>.</param>
internal sealed record MergeMessage(string Type, IReadOnlyList<string> Paths, string Text)
{
    public bool IsConflict => Type.StartsWith("CONFLICT", StringComparison.Ordinal);
}
