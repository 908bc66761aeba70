namespace Troupe.Personas;

/// <summary>A file that a new team begins with.</summary>
/// <param name="Path">Below <c>.team</c>, with <c>/</c>.</param>
public sealed record StarterFile(string Path, string Text);
