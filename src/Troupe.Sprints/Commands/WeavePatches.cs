using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// Weave patches onto the tip, verify what came out, and publish it if it passed. The outcome's events are made by
/// <see cref="WeaveOutcome.ToEvents"/>; recorded as one batch.
/// </summary>
public sealed record WeavePatches : SprintCommand
{
    public required int Weave { get; init; }

    public required CommitId Tip { get; init; }

    public required IReadOnlyList<PatchInWeave> Patches { get; init; }

    /// <summary>The time of the commits to make.</summary>
    public required DateTimeOffset Time { get; init; }

    public required string Branch { get; init; }

    /// <summary>
    /// What the branch points at before; null: it does not exist yet. A branch that already points at the result was
    /// published before a crash, and is right.
    /// </summary>
    public CommitId? BranchHead { get; init; }

    /// <summary>A tree that was verified, and passed, before a crash: it need not be verified again.</summary>
    public TreeId? Verified { get; init; }

    /// <summary>
    /// It has failed so often that the one patch in it, should git work otherwise, is refused now rather than the sprint paused.
    /// </summary>
    public bool IsLastTry { get; init; }

    public override string Name => CommandNames.Weave;
}
