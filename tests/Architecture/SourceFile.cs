namespace Troupe.Architecture.Tests;

/// <summary>A file of the tree.</summary>
/// <param name="Path">As seen from the root.</param>
internal sealed record SourceFile(string Path, string Text);
