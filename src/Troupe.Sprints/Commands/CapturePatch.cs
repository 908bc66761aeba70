using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// Make safe what a session delivered, however it ended: pin its patch, post its outbox, and mark the mail that it was
/// shown as read if it succeeded. Outcome: <see cref="PatchCaptured"/>, without a patch where nothing changed, or
/// <see cref="PatchRejected"/> (malformed, no weave) where the delivery cannot be read.
/// </summary>
public sealed record CapturePatch : SprintCommand
{
    public required SessionId Session { get; init; }

    public required CommitId Base { get; init; }

    public required bool Succeeded { get; init; }

    public required IReadOnlyList<string> Mails { get; init; }

    /// <summary>It has failed so often that a delivery to blame for it is refused now, rather than the sprint paused.</summary>
    public bool IsLastTry { get; init; }

    public override string Name => CommandNames.CapturePatch;
}
