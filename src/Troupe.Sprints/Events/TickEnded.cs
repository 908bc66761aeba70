namespace Troupe.Sprints;

/// <summary>The next tick, or the end of the sprint, is due.</summary>
public sealed record TickEnded : SprintEvent
{
    public required int Tick { get; init; }
}
