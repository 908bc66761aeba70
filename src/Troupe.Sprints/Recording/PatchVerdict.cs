using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What became of one patch in a weave, before verification.</summary>
public sealed record PatchVerdict
{
    public required SessionId Session { get; init; }

    public required PatchOutcome Outcome { get; init; }

    /// <summary>The persona's commit, where it landed.</summary>
    public CommitId? Commit { get; init; }

    /// <summary>Conflict kinds by their persisted names, each once.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<CounterpartPatch> Counterparts { get; init; } = [];

    public IReadOnlyList<PersonaId> Rivals { get; init; } = [];

    /// <summary>Of the conflict's content, or of what is wrong with the patch.</summary>
    public string? Digest { get; init; }

    public string? Reason { get; init; }

    /// <summary>The tree that it was carried onto; needed where it conflicts.</summary>
    public TreeId? Onto { get; init; }
}
