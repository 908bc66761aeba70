namespace Troupe.Weaving;

/// <summary>Two patches that git does not merge, whichever of them comes first.</summary>
internal sealed record PairConflict(int First, int Second, IReadOnlyList<string> Paths);
