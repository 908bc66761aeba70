using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What a weave came to, as whoever performed it tells it.</summary>
public sealed record WeaveOutcome
{
    /// <summary>One for each patch of the command, in its order.</summary>
    public required IReadOnlyList<PatchVerdict> Verdicts { get; init; }

    public required TreeId Tree { get; init; }

    /// <summary>The new head of the branch; null: nothing landed.</summary>
    public CommitId? Head { get; init; }

    /// <summary>Null: there is nothing to verify, or no command to verify it with.</summary>
    public VerificationVerdict? Verification { get; init; }
}
