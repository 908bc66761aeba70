namespace Troupe.Weaving;

/// <summary>A file in which several pairs of patches collide.</summary>
/// <param name="Conflicts">How many pairs.</param>
/// <param name="Patches">Labels of the patches that take part, in the order of arrival.</param>
public sealed record HotFile(string Path, int Conflicts, IReadOnlyList<string> Patches);
