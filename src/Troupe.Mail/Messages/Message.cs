using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// One message as it was sent; nothing in it ever changes. What became of it in a mailbox is a <see cref="MailboxEntry"/>.
/// The body stays in the log until somebody asks for it: see <see cref="PostOffice.ReadBodyAsync"/>.
/// </summary>
public sealed record Message
{
    public required RecordId Id { get; init; }

    /// <summary>Where the message stands in the log: this, never the time or the id, is its order.</summary>
    public required Position Position { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>When it was sent: by the clock of its sender, or of an imported message as its source says, which may be anything.</summary>
    public DateTimeOffset SentAt => Origin?.SentAt ?? Timestamp;

    /// <summary>Who says to have sent it: a claim, unless <see cref="Attested"/>.</summary>
    public required PersonaId From { get; init; }

    /// <summary>The addresses as they were written: personas and groups.</summary>
    public required IReadOnlyList<Address> To { get; init; }

    public IReadOnlyList<Address> Cc { get; init; } = [];

    /// <summary>The mailboxes that it went to, fixed when it was sent: whoever joins a group later does not get old mail.</summary>
    public required IReadOnlyList<PersonaId> Recipients { get; init; }

    public required string Subject { get; init; }

    /// <summary>The id of the first message of the conversation; a fresh message begins its own.</summary>
    public required RecordId Thread { get; init; }

    public RecordId? InReplyTo { get; init; }

    public MessageType Type { get; init; } = MessageType.Note;

    public Priority Priority { get; init; } = Priority.Normal;

    public bool AckRequired { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public string? DedupKey { get; init; }

    /// <summary>How many replies lie between this message and the one that began its thread.</summary>
    public int Hops { get; init; }

    /// <summary>Older messages of the same sender that this one replaces in its recipients' mailboxes.</summary>
    public IReadOnlyList<RecordId> Supersedes { get; init; } = [];

    /// <summary>The session in whose folder the engine found this message, or null: then the sender is only a claim.</summary>
    public SessionId? Attested { get; init; }

    /// <summary>Null for a message that was sent in this log.</summary>
    public ImportOrigin? Origin { get; init; }

    /// <summary>Null when the body is in the message's own record.</summary>
    public StoredBody? StoredBody { get; init; }

    /// <summary>The message that a record of the log is; null: it is none.</summary>
    /// <exception cref="FormatException">It says that it is one, and makes no sense.</exception>
    public static Message? Of(LogRecord record) =>
        MailEventCodec.IsSent(record) ? ((MailEvent.Sent)MailEventCodec.Decode(record)!).Message : null;
}
