using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A file that many patches of one weave want to change: few files cause most conflicts.</summary>
/// <param name="Patches">How many patches of the weave change it.</param>
/// <param name="Conflicts">How many of them did not land because of it.</param>
/// <param name="SharedBy">The personas that share it, or the labels of patches that are no persona's; the first of them.</param>
public sealed record SharedFile(int Patches, int Conflicts, IReadOnlyList<string> SharedBy);
