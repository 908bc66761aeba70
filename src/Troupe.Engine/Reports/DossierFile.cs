namespace Troupe.Engine;

/// <summary>A file for the next checkout.</summary>
/// <param name="Path">From the root of the checkout.</param>
/// <param name="Sha256">The blob that holds its content.</param>
internal sealed record DossierFile(string Path, string Sha256);
