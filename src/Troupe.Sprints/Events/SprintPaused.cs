namespace Troupe.Sprints;

/// <summary>Nothing more is decided until the lead resumes the sprint.</summary>
public sealed record SprintPaused : SprintEvent
{
    public required string Reason { get; init; }
}
