namespace Troupe.MailCli;

/// <param name="Changed">The messages that are now as asked.</param>
/// <param name="Unchanged">Those that had been so already.</param>
/// <param name="Outbox">The file, where the log could not be written.</param>
internal sealed record MarkOutput(string Persona, IReadOnlyList<string> Changed, IReadOnlyList<string> Unchanged, string? Outbox)
    : VersionedOutput;
