using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>Which messages are looked for: those that fit all of it.</summary>
public sealed record SearchQuery
{
    /// <summary>More than this is no search but a text.</summary>
    public const int MostTerms = 32;

    /// <summary>
    /// Each occurs somewhere in the subject, the body, an address or a tag that the message was sent with, or is a day or month of sending
    /// (<c>2026-01-11</c>, <c>2026-01</c>). Case does not count, in any script.
    /// </summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Whose mail, received or sent; null: everybody's.</summary>
    public PersonaId? Persona { get; init; }

    public PersonaId? From { get; init; }

    /// <summary>A tag that the message has in the mailbox of <see cref="Persona"/>, or was sent with.</summary>
    public string? Tag { get; init; }

    public MessageType? Type { get; init; }

    /// <summary>Sent then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Sent before.</summary>
    public DateTimeOffset? Until { get; init; }

    public RecordId? Thread { get; init; }

    /// <summary>What is in the trash, and nothing else; otherwise nothing of it.</summary>
    public bool Trashed { get; init; }

    public int Limit { get; init; } = int.MaxValue;
}
