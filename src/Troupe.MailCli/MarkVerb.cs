using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>A verb that marks messages.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">For the help.</param>
/// <param name="Mark">What it records.</param>
/// <param name="Done">What is said of a message afterwards.</param>
internal sealed record MarkVerb(string Name, string Description, MailMark Mark, string Done)
{
    public static MarkVerb MarkRead { get; } = new("mark-read", "Mark messages as read.", MailMark.Read, "read");

    public static MarkVerb MarkUnread { get; } = new("mark-unread", "Mark messages as unread.", MailMark.Unread, "unread");

    public static MarkVerb Ack { get; } = new("ack", "Acknowledge messages.", MailMark.Acked, "acknowledged");

    public static MarkVerb Archive { get; } = new("archive", "Move messages out of the inbox.", MailMark.Archived, "archived");

    public static MarkVerb Unarchive { get; } = new("unarchive", "Move archived messages back.", MailMark.Unarchived, "back from the archive");

    public static MarkVerb Trash { get; } = new("trash", "Throw messages away; 'restore' brings them back.", MailMark.Trashed, "in the trash");

    public static MarkVerb Restore { get; } = new("restore", "Bring messages back from the trash.", MailMark.Restored, "restored");
}
