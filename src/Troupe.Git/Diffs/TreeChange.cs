namespace Troupe.Git;

/// <summary>One path that differs between two trees.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Path">Where it is now; for a deletion, where it was.</param>
/// <param name="OldPath">Where a renamed file was before; else null.</param>
/// <param name="OldMode">Null if it was added.</param>
/// <param name="NewMode">Null if it was deleted.</param>
/// <param name="OldObject">The full object name; null if it was added.</param>
/// <param name="NewObject">The full object name; null if it was deleted.</param>
public sealed record TreeChange(
    TreeChangeKind Kind,
    string Path,
    string? OldPath,
    EntryMode? OldMode,
    EntryMode? NewMode,
    string? OldObject,
    string? NewObject);
