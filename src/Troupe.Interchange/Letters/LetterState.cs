namespace Troupe.Interchange;

/// <summary>What became of a letter in one mailbox.</summary>
/// <param name="Mailbox">Whose; null: of everybody who received it.</param>
internal sealed record LetterState(string? Mailbox)
{
    public bool IsRead { get; init; }

    public bool IsAcked { get; init; }

    public bool IsArchived { get; init; }

    public bool IsTrashed { get; init; }

    /// <summary>The mailbox's owner wrote an answer. Follows from the other letters, and is never imported.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>A newer letter replaced it. Follows from that letter, and is never imported.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>The mailbox's own tags; null where the format does not hold them.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The sessions that were shown it.</summary>
    public IReadOnlyList<string> ShownIn { get; init; } = [];
}
