using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The lead agrees to a held patch: exactly this one, it takes part in the next weave of its sprint.</summary>
public sealed record PatchAcked : SprintEvent
{
    public required SessionId Session { get; init; }

    public required PatchId Patch { get; init; }

    /// <summary>Who said so, in words.</summary>
    public required string By { get; init; }

    public string? Reason { get; init; }
}
