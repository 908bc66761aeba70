namespace Troupe.MailCli;

/// <param name="Id">The message; with a dedup key and several recipients the first copy.</param>
/// <param name="Outbox">The file, where the log could not be written.</param>
internal sealed record SendOutput(string Id, bool Duplicate, IReadOnlyList<string> Copies, string? Outbox) : VersionedOutput;
