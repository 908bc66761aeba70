namespace Troupe.Mail;

/// <summary>Messages in the order of the log, and the last record that was read for them; null: none was.</summary>
public sealed record MailBatch(IReadOnlyList<Message> Messages, LogBookmark? Last);
