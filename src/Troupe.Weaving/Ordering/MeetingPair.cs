namespace Troupe.Weaving;

/// <summary>Two patches that touch the same path, or one a path above a path of the other.</summary>
/// <param name="First">The place of the one that came first, from 0.</param>
/// <param name="Foreseen">The worst of their common files.</param>
internal readonly record struct MeetingPair(int First, int Second, FileVerdict Foreseen);
