using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>
/// A message as a file holds it, whichever the format: whole, with what became of it in mailboxes. People are names as they
/// were written; whoever imports the letter finds out who they are here.
/// </summary>
internal sealed record Letter
{
    public required RecordId Id { get; init; }

    /// <summary>Null where the source does not say.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    public required string From { get; init; }

    /// <summary>Who sent it before it was imported to the log that it comes from, where that was nobody there.</summary>
    public string? ImportedSender { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];

    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>The mailboxes that it went to; null where the source has addresses only.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public MessageType Type { get; init; }

    public Priority Priority { get; init; } = Priority.Normal;

    public bool AckRequired { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    public string? DedupKey { get; init; }

    public required RecordId Thread { get; init; }

    public RecordId? InReplyTo { get; init; }

    public int Hops { get; init; }

    public IReadOnlyList<RecordId> Supersedes { get; init; } = [];

    /// <summary>The session that attested it where it was sent.</summary>
    public string? Attested { get; init; }

    /// <summary>Where it stood in the log that it was exported from; null for other people's mail.</summary>
    public Position? Place { get; init; }

    public IReadOnlyList<LetterState> States { get; init; } = [];
}
