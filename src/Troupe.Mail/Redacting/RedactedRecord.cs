using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The records that say whose texts and attachments were taken away: of one message, or of many that were old.</summary>
internal static class RedactedRecord
{
    /// <summary>As many ids as a record has room for, with a good margin.</summary>
    public const int MostMessages = 4096;

    /// <summary>Where many messages are named, it was their age.</summary>
    private const string Retention = "retention";

    public static NewRecord One(RecordId message, PersonaId by, string reason) => new()
    {
        Kind = MailEventKinds.Redacted,
        Actor = by.Value,
        Payload = new PayloadWriter().Text("message"u8, message.ToString()).Text("reason"u8, reason).Finish(),
        DedupKey = $"@redacted:{message}",
    };

    /// <param name="messages">At most <see cref="MostMessages"/>.</param>
    /// <param name="before">They were sent before this.</param>
    public static NewRecord Expired(IEnumerable<RecordId> messages, PersonaId by, DateTimeOffset before) => new()
    {
        Kind = MailEventKinds.Redacted,
        Actor = by.Value,
        Payload = new PayloadWriter()
            .Texts("messages"u8, messages.Select(message => message.ToString()))
            .Text("reason"u8, Retention)
            .Text("before"u8, UtcText.Write(before))
            .Finish(),
    };

    /// <summary>The messages whose redaction a record tells of; none where it tells of something else.</summary>
    public static IReadOnlyList<RecordId> MessagesOf(LogRecord record) => OneOf(record) is { } one ? [one] : ExpiredOf(record);

    /// <summary>The message that somebody redacted by its name.</summary>
    public static RecordId? OneOf(LogRecord record) => Member(record, "message"u8, RecordValue.Id, out var one) ? one : null;

    /// <summary>The messages that were too old.</summary>
    public static IReadOnlyList<RecordId> ExpiredOf(LogRecord record) =>
        Member(record, "messages"u8, value => PayloadReader.List(value, RecordValue.Id), out var all) ? all : [];

    private static bool Member<T>(LogRecord record, ReadOnlySpan<byte> name, PayloadReader.Element<T> read, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!record.KindUtf8.SequenceEqual("redacted"u8))
        {
            return false;
        }

        var members = record.Members;
        while (members.MoveNext())
        {
            if (members.Name.SequenceEqual(name))
            {
                value = read(members.Value);
                return true;
            }
        }

        return false;
    }
}
