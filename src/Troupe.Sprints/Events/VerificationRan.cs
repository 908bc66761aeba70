using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The verify commands ran on the tree of a weave. A red tree is never published: that weave is void.</summary>
public sealed record VerificationRan : SprintEvent
{
    public required int Weave { get; init; }

    public required TreeId Tree { get; init; }

    public required bool Passed { get; init; }

    /// <summary>Where the log is.</summary>
    public string? Log { get; init; }

    /// <summary>The same when the same check fails in the same way again.</summary>
    public string? Digest { get; init; }

    /// <summary>Which check failed, how, and what it printed last.</summary>
    public string? Reason { get; init; }

    public double Seconds { get; init; }
}
