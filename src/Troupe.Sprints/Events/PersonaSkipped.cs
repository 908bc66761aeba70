using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A persona does not run again in this sprint. What it landed stays landed, what it captured stays captured.</summary>
public sealed record PersonaSkipped : SprintEvent
{
    public required PersonaId Persona { get; init; }

    public required SkipReason Reason { get; init; }

    /// <summary>In words for the lead.</summary>
    public required string Detail { get; init; }
}
