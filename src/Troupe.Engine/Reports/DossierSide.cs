namespace Troupe.Engine;

/// <summary>One version of a file: its name on that side, its mode and its blob in the repository.</summary>
internal sealed record DossierSide(string Path, string Mode, string Blob);
