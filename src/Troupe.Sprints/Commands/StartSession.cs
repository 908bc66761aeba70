using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// Have an agent run a persona. Outcome: <see cref="SessionStarted"/>, or <see cref="CommandFailed"/> where the agent
/// could not be reached. The agent knows the session by its id: asking again never makes a second one.
/// </summary>
public sealed record StartSession : SprintCommand
{
    public required SessionId Session { get; init; }

    public required CommitId Base { get; init; }

    public required RunReason Reason { get; init; }

    /// <summary>The messages to show in the prompt.</summary>
    public required IReadOnlyList<string> Mails { get; init; }

    /// <summary>The conflict that the session is to resolve; its three sides go into the checkout.</summary>
    public PatchConflicted? Conflict { get; init; }

    public required TimeSpan Timeout { get; init; }

    public override string Name => CommandNames.StartSession;
}
