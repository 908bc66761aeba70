using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A whole record with the kind of a mail event whose members make no sense.</summary>
public sealed record UnreadableRecord(Position Position, RecordId Id, string Reason);
