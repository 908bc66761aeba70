namespace Troupe.Sprints;

/// <summary>The rest of the sprint runs in another mode. A weave that was under way is void; its patches wait for the next.</summary>
public sealed record ModeFellBack : SprintEvent
{
    public required SprintMode From { get; init; }

    public required SprintMode To { get; init; }

    public required string Reason { get; init; }
}
