namespace Troupe.Git;

/// <summary>Where an object is in a pack.</summary>
/// <param name="Name">The bytes of its name.</param>
/// <param name="Offset">From the beginning of the pack.</param>
/// <param name="Checksum">Of the bytes that the pack holds of it.</param>
internal readonly record struct PackedObject(byte[] Name, int Offset, uint Checksum);
