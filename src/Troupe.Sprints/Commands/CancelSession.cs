using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Stop a session and everything it started. Outcome: <see cref="CommandDone"/>; its end is then observed.</summary>
public sealed record CancelSession : SprintCommand
{
    public required SessionId Session { get; init; }

    public override string Name => CommandNames.CancelSession;
}
