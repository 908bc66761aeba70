using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// A message that another log or another program sent once, whole, with the id that it keeps. Its rules were checked by whoever
/// made it; it cannot claim to be attested.
/// </summary>
public sealed record ImportedMessage
{
    public required RecordId Id { get; init; }

    public required PersonaId From { get; init; }

    public required IReadOnlyList<Address> To { get; init; }

    public IReadOnlyList<Address> Cc { get; init; } = [];

    public required IReadOnlyList<PersonaId> Recipients { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public MessageType Type { get; init; }

    public Priority Priority { get; init; } = Priority.Normal;

    public bool AckRequired { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Their blobs are in the store already.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Only for a message with one recipient: the log knows one key for each record.</summary>
    public string? DedupKey { get; init; }

    /// <summary>Null: it begins its own.</summary>
    public RecordId? Thread { get; init; }

    public RecordId? InReplyTo { get; init; }

    public int Hops { get; init; }

    public IReadOnlyList<RecordId> Supersedes { get; init; } = [];

    public required ImportOrigin Origin { get; init; }

    /// <summary>What had become of it in mailboxes.</summary>
    public IReadOnlyList<ImportedState> States { get; init; } = [];
}
