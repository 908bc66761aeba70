using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>What a file in an outbox asks for. Closed; a file that asks for nothing sensible is a <see cref="Flaw"/>.</summary>
public abstract record OutboxEntry
{
    private OutboxEntry()
    {
    }

    public sealed record Mail : OutboxEntry
    {
        /// <summary>The id that the writer was told; null in files written by hand.</summary>
        public RecordId? Id { get; init; }

        /// <summary>Who says to have written it; null: the session's persona.</summary>
        public PersonaId? From { get; init; }

        public required IReadOnlyList<Address> To { get; init; }

        public IReadOnlyList<Address> Cc { get; init; } = [];

        public required string Subject { get; init; }

        public required string Body { get; init; }

        public MessageType Type { get; init; } = MessageType.Note;

        public Priority Priority { get; init; } = Priority.Normal;

        public bool AckRequired { get; init; }

        /// <summary>Whether its writer has looked at what seems to be a secret in it.</summary>
        public bool AllowSecret { get; init; }

        public IReadOnlyList<string> Tags { get; init; } = [];

        public string? DedupKey { get; init; }

        /// <summary>A message id or the end of one, as its reader saw it.</summary>
        public string? InReplyTo { get; init; }
    }

    /// <summary>Messages that the session has read (or acknowledged).</summary>
    public sealed record Marks(MailMark Mark, IReadOnlyList<string> Messages) : OutboxEntry
    {
        /// <summary>Whose messages; null: the session's persona's.</summary>
        public PersonaId? From { get; init; }
    }

    /// <param name="Line">Where, from 1.</param>
    /// <param name="Reason">What is wrong there, safe to show.</param>
    public sealed record Flaw(int Line, string Reason) : OutboxEntry;
}
