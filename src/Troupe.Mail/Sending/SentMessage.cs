using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The outcome of sending: the message is durable when this is returned.</summary>
/// <param name="Id">The message; with a dedup key and several recipients the first of its copies.</param>
/// <param name="Duplicate">Nothing was sent: every recipient had it already, and <paramref name="Id"/> is the one that was sent then.</param>
/// <param name="Copies">All copies: one, or one for each recipient when the draft had a dedup key.</param>
public sealed record SentMessage(RecordId Id, bool Duplicate, IReadOnlyList<RecordId> Copies);
