using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A persona is to run again in this tick. Its session follows as soon as there is a place for it.</summary>
public sealed record ReworkRequested : SprintEvent
{
    public required PersonaId Persona { get; init; }

    public required RunReason Reason { get; init; }

    /// <summary>The messages that asked for it; empty where its own patch is the cause.</summary>
    public required IReadOnlyList<string> Mails { get; init; }
}
