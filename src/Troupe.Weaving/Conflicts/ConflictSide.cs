using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>One of the three versions of a colliding file.</summary>
/// <param name="Path">Its name on that side.</param>
/// <param name="Mode">Its mode as git writes it, such as <c>100644</c>.</param>
/// <param name="Blob">Its content; for a submodule, the commit.</param>
public sealed record ConflictSide(string Path, string Mode, BlobId Blob);
