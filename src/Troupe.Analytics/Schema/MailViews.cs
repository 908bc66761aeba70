using Troupe.EventLog;
using Troupe.Mail;
using static Troupe.Analytics.ColumnType;

namespace Troupe.Analytics;

/// <summary>The views over mail.</summary>
internal static class MailViews
{
    public static ViewOf<MessageRow> Messages { get; } = new("messages", "One message as it was sent.",
    [
        new("ordinal", Integer, "Its number in the log, from 1: the order of mail, which ids and times do not tell.", row => row.Ordinal),
        new("id", Text, "The message's id.", row => row.Message.Id.ToString()),
        new("sent_at", Timestamp, "When it was sent, by its sender's clock; of an imported message, as its source says.", row => row.Message.SentAt),
        new("sender", Text, "Who says to have sent it.", row => row.Message.From.Value),
        new("addressed_to", Texts, "The addresses as they were written.", row => Cell.Texts(row.Message.To)),
        new("cc", Texts, "The addresses that got a copy.", row => Cell.Texts(row.Message.Cc)),
        new("recipients", Texts, "The mailboxes that it went to.", row => Cell.Texts(row.Message.Recipients)),
        new("subject", Text, "What it is about.", row => row.Message.Subject),
        new("body", Text, "The text; null where it was taken away, or is a blob that cannot be read.", row => row.Body),
        new("redacted", ColumnType.Boolean, "Whether the text was taken away: by a redaction, or for its age.", row => row.IsRedacted),
        new("thread", Text, "The id of the first message of its conversation.", row => row.Message.Thread.ToString()),
        new("in_reply_to", Text, "The message that it answers.", row => row.Message.InReplyTo?.ToString()),
        new("hops", Integer, "How many answers lie between it and the first message of its thread.", row => row.Message.Hops),
        new("type", Text, $"One of {string.Join(", ", MessageTypes.All)}.", row => row.Message.Type.Name()),
        new("priority", Text, $"One of {string.Join(", ", Priorities.All)}.", row => row.Message.Priority.Name()),
        new("ack_required", ColumnType.Boolean, "Whether its recipients are asked to acknowledge it.", row => row.Message.AckRequired),
        new("tags", Texts, "The tags that it was sent with.", row => Cell.Texts(row.Message.Tags)),
        new("attachments", Json, "A list of objects: of a file name, sha256, bytes and media_type; of a link name and url.", row => Cell.Json(AttachmentJson.Of(row.Message.Attachments))),
        new("dedup_key", Text, "The key under which it was sent once.", row => row.Message.DedupKey),
        new("supersedes", Texts, "Older messages that it replaces.", row => Cell.Texts(row.Message.Supersedes)),
        new("attested", Text, "The session in whose folder the engine found it.", row => row.Message.Attested?.ToString()),
        new("log_position", Text, "Where its record stands in the log: segment and offset.", row => row.Message.Position.ToString()),
    ]);

    public static ViewOf<MailboxEntryRow> Mailboxes { get; } = new("mailboxes", "One message in one mailbox, and what became of it there.",
    [
        new("persona", Text, "Whose mailbox.", row => row.Owner.Value),
        new("message", Text, "The message's id.", row => row.Entry.Message.Id.ToString()),
        new("sent_at", Timestamp, "When it was sent, as in `messages`.", row => row.Entry.Message.SentAt),
        new("sender", Text, "Who says to have sent it.", row => row.Entry.Message.From.Value),
        new("subject", Text, "What it is about.", row => row.Entry.Message.Subject),
        new("is_unread", ColumnType.Boolean, "Whether it lies in the inbox and was not read.", row => row.Entry.IsUnread),
        new("in_inbox", ColumnType.Boolean, "Whether it is neither archived nor in the trash nor superseded.", row => row.Entry.IsInInbox),
        new("is_read", ColumnType.Boolean, "Whether it was read.", row => row.Entry.IsRead),
        new("acked", ColumnType.Boolean, "Whether it was acknowledged.", row => row.Entry.IsAcked),
        new("archived", ColumnType.Boolean, "Whether it was archived.", row => row.Entry.IsArchived),
        new("trashed", ColumnType.Boolean, "Whether it is in the trash.", row => row.Entry.IsTrashed),
        new("tags", Texts, "Its tags in this mailbox.", row => Cell.Texts(row.Entry.Tags)),
        new("shown_in", Texts, "The sessions whose prompt it was part of.", row => Cell.Texts([.. row.Entry.ShownIn.Select(session => session.ToString()).Order(StringComparer.Ordinal)])),
        new("superseded_by", Text, "The newer message that replaced it.", row => row.Entry.SupersededBy?.ToString()),
    ]);

    public static View Threads { get; } = new("threads", "One conversation.",
    [
        new("thread", Text, "The id of its first message."),
        new("subject", Text, "The subject of its first message that the log holds."),
        new("messages", Integer, "How many messages it has."),
        new("participants", Texts, "Who wrote in it or got something of it, in the order of the alphabet."),
        new("unread", Integer, "How many of its messages are unread, counted once for each mailbox."),
        new("started_at", Timestamp, "When its first message was sent."),
        new("last_at", Timestamp, "When its latest message was sent."),
        new("last_message", Text, "The id of its latest message."),
    ])
    {
        Sources = ["messages", "mailboxes"],
        Query = """
            SELECT thread,
                first(subject ORDER BY ordinal) AS subject,
                count(*) AS messages,
                list_sort(list_distinct(flatten(list(list_append(recipients, sender))))) AS participants,
                coalesce(sum(unread), 0)::BIGINT AS unread,
                min(sent_at) AS started_at,
                max(sent_at) AS last_at,
                last(id ORDER BY ordinal) AS last_message
            FROM messages
            LEFT JOIN (SELECT message, count(*) FILTER (is_unread) AS unread FROM mailboxes GROUP BY message) ON message = id
            GROUP BY thread
            """,
    };
}
