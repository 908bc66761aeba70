using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The lead does not agree to a held patch. Its persona is told why, and may redo it while attempts are left.</summary>
public sealed record PatchDeclined : SprintEvent
{
    public required SessionId Session { get; init; }

    public required PatchId Patch { get; init; }

    /// <summary>Who said so, in words.</summary>
    public required string By { get; init; }

    public required string Reason { get; init; }

    /// <summary>The same as an outcome, as personas are told of it.</summary>
    public PatchRejected AsRejection() => new()
    {
        Sprint = Sprint, At = At, Session = Session, Patch = Patch,
        Outcome = PatchOutcome.Rejected, Reason = $"The lead rejected it: {Reason}",
    };
}
