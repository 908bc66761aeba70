namespace Troupe.Mail;

/// <summary>
/// Where an imported message came from, as its source says: data, never evidence. Its record's timestamp, like every record's,
/// is the clock of who wrote it, which is the moment of the import.
/// </summary>
/// <param name="Format">The format that it was read from.</param>
/// <param name="SentAt">When it was sent by the source's account; null where that says nothing.</param>
/// <param name="Sender">Who sent it by the source's account, where that is no persona of this team.</param>
/// <param name="Attested">The session that the source says attested it. It is not an attestation here.</param>
public sealed record ImportOrigin(string Format, DateTimeOffset? SentAt, string? Sender, string? Attested);
