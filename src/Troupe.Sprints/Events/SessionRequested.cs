using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The intent to run a persona; recorded before its agent is asked. The order of these is the order of the weave.</summary>
public sealed record SessionRequested : SprintEvent
{
    public required SessionId Session { get; init; }

    public required int Tick { get; init; }

    public required CommitId Base { get; init; }

    public required RunReason Reason { get; init; }

    /// <summary>The messages that the session's prompt shows; none of them triggers another run of this persona.</summary>
    public required IReadOnlyList<string> Mails { get; init; }
}
