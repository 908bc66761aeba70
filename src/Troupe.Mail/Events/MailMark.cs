namespace Troupe.Mail;

/// <summary>What can be done to a message in one mailbox; persisted by the names in <see cref="MailMarks"/>.</summary>
public enum MailMark
{
    Delivered,

    /// <summary>It was part of a session's prompt.</summary>
    Shown,

    /// <summary>The client took all of it, or a session that was shown it ended well.</summary>
    Read,
    Unread,
    Acked,
    Tagged,
    Untagged,
    Archived,
    Unarchived,
    Trashed,
    Restored,
}
