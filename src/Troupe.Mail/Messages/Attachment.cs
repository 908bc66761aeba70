namespace Troupe.Mail;

/// <summary>A file that goes with a message: its bytes are a blob, its name is metadata and never a path.</summary>
public sealed record Attachment(string Name, string Sha256, long Bytes, string MediaType);
