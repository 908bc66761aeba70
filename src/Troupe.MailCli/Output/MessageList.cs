using System.Globalization;
using System.Text;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>Messages as lines for people: oldest first, so that the newest stands next to the prompt.</summary>
internal static class MessageList
{
    private const int WidestSubject = 90;
    private const string UnreadMark = "●";
    private const string AttestedMark = "✓";

    public static string Render(IReadOnlyList<MailboxEntry> entries, Mailboxes mailboxes)
    {
        var ids = new ShortIds(mailboxes);
        return Render([.. entries.Select(entry => Line(entry.Message, entry.Message.From.Value, entry.IsUnread, entry.IsAcked, entry.Tags, ids))]);
    }

    /// <param name="people">What stands in place of the sender.</param>
    public static string RenderSent(IReadOnlyList<Message> messages, Mailboxes mailboxes, Func<Message, string> people)
    {
        var ids = new ShortIds(mailboxes);
        return Render(
        [
            .. messages.Select(message => Line(
                message, people(message), IsUnreadBySomebody(message, mailboxes), IsAckedByAll(message, mailboxes), message.Tags, ids)),
        ]);
    }

    public static bool IsUnreadBySomebody(Message message, Mailboxes mailboxes) => message.Recipients
        .Any(recipient => mailboxes.Of(recipient).TryFind(message.Id, out var entry) && entry.IsUnread);

    public static bool IsAckedByAll(Message message, Mailboxes mailboxes) => message.Recipients
        .All(recipient => mailboxes.Of(recipient).TryFind(message.Id, out var entry) && entry.IsAcked);

    private static string[] Line(Message message, string people, bool unread, bool acked, IEnumerable<string> tags, ShortIds ids) =>
    [
        unread ? UnreadMark : " ",
        ids.Of(message),
        message.SentAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Printable.Escape(people) + (message.Attested is null ? "" : " " + AttestedMark),
        Kind(message, acked),
        Subject(message.Subject) + string.Concat(tags.Select(tag => "  #" + Printable.Escape(tag))),
    ];

    /// <summary>Only what is out of the ordinary is said.</summary>
    private static string Kind(Message message, bool acked)
    {
        var kind = message.Type is MessageType.Note ? "" : message.Type.Name();
        kind = message.Priority is Priority.Normal ? kind : With(kind, message.Priority.Name());
        return message.AckRequired ? With(kind, acked ? "acknowledged" : "to acknowledge") : kind;
    }

    private static string With(string words, string more) => words.Length == 0 ? more : $"{words}, {more}";

    private static string Subject(string subject)
    {
        var safe = Printable.Escape(subject);
        return safe.Length <= WidestSubject ? safe : safe[..(WidestSubject - 1)] + "…";
    }

    private static string Render(IReadOnlyList<string[]> rows)
    {
        var widths = new int[rows.Count == 0 ? 0 : rows[0].Length];
        foreach (var row in rows)
        {
            for (var column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        var text = new StringBuilder(rows.Count * (widths.Sum() + (2 * widths.Length)));
        foreach (var row in rows)
        {
            AppendLine(row, widths, text);
        }

        return text.ToString(0, Math.Max(text.Length - 1, 0));
    }

    /// <summary>A column is filled up when another one follows: no line ends in blanks.</summary>
    private static void AppendLine(string[] row, int[] widths, StringBuilder text)
    {
        var blanks = 0;
        for (var column = 0; column < widths.Length; column++)
        {
            var cell = row[column].AsSpan().TrimEnd(' ');
            if (!cell.IsEmpty)
            {
                text.Append(' ', blanks).Append(cell);
                blanks = 0;
            }

            blanks += widths[column] == 0 ? 0 : widths[column] - cell.Length + (column == 0 ? 1 : 2);
        }

        text.Append('\n');
    }
}
