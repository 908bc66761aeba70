using Troupe.Core;

namespace Troupe.Personas;

/// <summary>What a prompt says besides the persona's own text: all that one session needs to know.</summary>
public sealed record PromptContext
{
    public required int Sprint { get; init; }

    public required CommitId Base { get; init; }

    /// <summary><c>parallel</c> or <c>sequential</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Attempt { get; init; }

    public required int MaxAttempts { get; init; }

    /// <summary>Who works at the same time.</summary>
    public IReadOnlyList<PromptPeer> Others { get; init; } = [];

    /// <summary>Unread mail, oldest first.</summary>
    public IReadOnlyList<PromptMail> Mail { get; init; } = [];

    /// <summary>Why the last attempt did not land; null on a first run.</summary>
    public string? Report { get; init; }

    /// <summary>The persona's last journal entries, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];
}
