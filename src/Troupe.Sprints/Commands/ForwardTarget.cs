using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// Move the target branch forward to the sprint's head. Outcome: <see cref="CommandDone"/>, or <see cref="CommandFailed"/>
/// where it moved or is checked out: then the work stays on the sprint's branch.
/// </summary>
public sealed record ForwardTarget : SprintCommand
{
    public required string Target { get; init; }

    public required CommitId Head { get; init; }

    public override string Name => CommandNames.ForwardTarget;
}
