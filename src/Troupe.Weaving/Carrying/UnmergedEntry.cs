using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>One side of a file that did not merge.</summary>
/// <param name="Stage">1: base, 2: ours, 3: theirs.</param>
internal sealed record UnmergedEntry(string Path, int Stage, string Mode, BlobId Blob);
