namespace Troupe.Mail;

/// <summary>Marks and the event kinds that record them.</summary>
public static class MailMarks
{
    private static readonly string[] Kinds =
    [
        MailEventKinds.Delivered, MailEventKinds.Shown, MailEventKinds.Read, MailEventKinds.Unread, MailEventKinds.Acked,
        MailEventKinds.Tagged, MailEventKinds.Untagged, MailEventKinds.Archived, MailEventKinds.Unarchived,
        MailEventKinds.Trashed, MailEventKinds.Restored,
    ];

    public static string Kind(this MailMark mark) => Kinds[(int)mark];

    public static bool TryParse(string kind, out MailMark mark)
    {
        var index = Array.IndexOf(Kinds, kind);
        mark = (MailMark)Math.Max(index, 0);
        return index >= 0;
    }
}
