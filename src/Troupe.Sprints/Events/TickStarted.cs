namespace Troupe.Sprints;

/// <summary>A step begins in which at least one session starts, a weave runs, or something lands.</summary>
public sealed record TickStarted : SprintEvent
{
    /// <summary>1 for the first.</summary>
    public required int Tick { get; init; }
}
