using System.Text;

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

    /// <param name="kind">A record's kind, in ASCII.</param>
    public static bool TryParse(ReadOnlySpan<byte> kind, out MailMark mark)
    {
        for (var index = 0; index < Kinds.Length; index++)
        {
            if (Ascii.Equals(kind, Kinds[index]))
            {
                mark = (MailMark)index;
                return true;
            }
        }

        mark = default;
        return false;
    }
}
