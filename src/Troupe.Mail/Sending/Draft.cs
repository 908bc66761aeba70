using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// What somebody wants to send. It cannot say that its sender is attested: only the engine knows that, see
/// <see cref="Postmaster.PostForSessionAsync"/>.
/// </summary>
public sealed record Draft
{
    public required PersonaId From { get; init; }

    public required IReadOnlyList<Address> To { get; init; }

    public IReadOnlyList<Address> Cc { get; init; } = [];

    public required string Subject { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    public MessageType Type { get; init; } = MessageType.Note;

    public Priority Priority { get; init; } = Priority.Normal;

    public bool AckRequired { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Files that lie in the blob store already, and links.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>What happens where the subject or the body looks as if it held a secret.</summary>
    public SecretHandling Secrets { get; init; } = SecretHandling.Refuse;

    /// <summary>The same key to the same recipient is sent once, whichever processes ask.</summary>
    public string? DedupKey { get; init; }

    /// <summary>The message that this one answers.</summary>
    public Message? ReplyTo { get; init; }

    /// <summary>Older messages of the same sender that this one replaces.</summary>
    public IReadOnlyList<RecordId> Supersedes { get; init; } = [];
}
