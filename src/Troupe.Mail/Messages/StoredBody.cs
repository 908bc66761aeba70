namespace Troupe.Mail;

/// <summary>A body too long for its record: the blob that holds it as UTF-8.</summary>
public sealed record StoredBody(string Sha256, long Bytes);
