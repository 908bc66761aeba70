namespace Troupe.Sprints;

/// <summary>Clean up what the sprint needed only while it ran. Outcome: <see cref="Ended"/>, as it is.</summary>
public sealed record EndSprint : SprintCommand
{
    public required SprintEnded Ended { get; init; }

    public override string Name => CommandNames.EndSprint;
}
