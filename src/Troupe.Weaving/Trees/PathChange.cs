namespace Troupe.Weaving;

/// <summary>A path that is not the same in two trees.</summary>
/// <param name="Old">Null: it was not there.</param>
/// <param name="New">Null: it is gone.</param>
internal sealed record PathChange(string Path, TreeLeaf? Old, TreeLeaf? New);
