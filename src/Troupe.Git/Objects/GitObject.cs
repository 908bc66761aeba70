namespace Troupe.Git;

/// <summary>An object as git stores it.</summary>
/// <param name="Name">Its full name.</param>
public sealed record GitObject(string Name, ObjectKind Kind, ReadOnlyMemory<byte> Content);
