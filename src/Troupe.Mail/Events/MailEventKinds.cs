namespace Troupe.Mail;

/// <summary>
/// The names of what can happen to mail, as the log has them. Names are only ever added: a test freezes them, and a
/// reader passes over a kind that it does not know.
/// </summary>
public static class MailEventKinds
{
    public const string Sent = "sent";
    public const string Delivered = "delivered";
    public const string Shown = "shown";
    public const string Read = "read";
    public const string Unread = "unread";
    public const string Acked = "acked";
    public const string Tagged = "tagged";
    public const string Untagged = "untagged";
    public const string Archived = "archived";
    public const string Unarchived = "unarchived";
    public const string Trashed = "trashed";
    public const string Restored = "restored";
    public const string Reserved = "reserved";
    public const string Released = "released";
    public const string SegmentSealed = "segment_sealed";
    public const string Redacted = "redacted";

    public static IReadOnlyList<string> All { get; } =
    [
        Sent, Delivered, Shown, Read, Unread, Acked, Tagged, Untagged, Archived, Unarchived, Trashed, Restored,
        Reserved, Released, SegmentSealed, Redacted,
    ];
}
