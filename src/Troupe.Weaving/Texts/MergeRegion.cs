namespace Troupe.Weaving;

/// <summary>A run of lines that a three-way merge does not take from ours as it is.</summary>
/// <param name="Collides">Both sides changed it, differently; else it becomes what theirs holds.</param>
internal readonly record struct MergeRegion(bool Collides, Range Base, Range Ours, Range Theirs);
