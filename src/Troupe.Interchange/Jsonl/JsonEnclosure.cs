namespace Troupe.Interchange;

/// <summary>An attachment in a <see cref="JsonLetter"/>: its content is the file <c>blobs/SHA256</c> beside it.</summary>
internal sealed record JsonEnclosure(string? Name, string? Sha256, long Bytes, string? MediaType);
