namespace Troupe.EventLog;

/// <summary>The name of a stored content and its length in bytes.</summary>
public sealed record BlobRef(Sha256 Id, long Length);
