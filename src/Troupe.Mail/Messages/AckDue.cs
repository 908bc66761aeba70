namespace Troupe.Mail;

/// <summary>Since when a message that asks for it should have been acknowledged. A clock that was set back makes nothing overdue.</summary>
public readonly record struct AckDue(TimeSpan After, DateTimeOffset Now)
{
    public bool IsPast(Message message) => message.AckRequired && Now - message.Timestamp >= After;

    /// <summary>Whether the owner of this mailbox is late with it. What was overtaken or thrown away asks for nothing.</summary>
    public bool IsOverdue(MailboxEntry entry) =>
        !entry.IsAcked && !entry.IsTrashed && entry.SupersededBy is null && IsPast(entry.Message);
}
