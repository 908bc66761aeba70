using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A patch needs a human's agreement; it is kept, and the sprint goes on without it.</summary>
public sealed record PatchHeld : SprintEvent
{
    public required int Weave { get; init; }

    public required SessionId Session { get; init; }

    public required PatchId Patch { get; init; }

    public required IReadOnlyList<string> Paths { get; init; }

    public required string Reason { get; init; }
}
