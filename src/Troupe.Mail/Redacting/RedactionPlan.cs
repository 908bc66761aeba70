using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>What a redaction of a message does.</summary>
/// <param name="Message">The message.</param>
/// <param name="Body">Its text is in the log and becomes unreadable there.</param>
/// <param name="Deleted">The blobs (its text, its attachments) that no other message names: they are deleted.</param>
/// <param name="Kept">The blobs that other messages name too: they stay until those are redacted.</param>
public sealed record RedactionPlan(Message Message, bool Body, IReadOnlyList<Sha256> Deleted, IReadOnlyList<SharedBlob> Kept);
