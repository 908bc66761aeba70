namespace Troupe.Engine;

/// <summary>One colliding file; a side that does not exist is null.</summary>
internal sealed record DossierFile(string Kind, string Path, DossierSide? Base, DossierSide? Ours, DossierSide? Theirs);
