namespace Troupe.Core;

/// <summary>
/// One persona's change: the commit that it started from and the tree that it arrived at. The commits in between
/// are metadata; nothing here depends on them.
/// </summary>
/// <param name="Fork">The commit that the change was made on.</param>
/// <param name="Result">The tree after the change.</param>
public sealed record Patch(CommitId Fork, TreeId Result)
{
    public PatchId Id { get; } = PatchId.Of(Fork, Result);
}
