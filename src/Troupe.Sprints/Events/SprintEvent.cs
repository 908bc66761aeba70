using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>
/// Something that happened in a sprint. A closed set: each kind is one record, its name in the log is frozen
/// (<see cref="SprintEventKinds"/>) and its payload is specified in docs/specs/sprint-log.md.
/// </summary>
public abstract record SprintEvent
{
    private protected SprintEvent()
    {
    }

    /// <summary>The number of the sprint, so that no event has to be guessed to a sprint from its place in the log.</summary>
    [JsonPropertyOrder(-2)]
    public required int Sprint { get; init; }

    /// <summary>The time that decisions are based on. The record's own <c>ts</c> says only when it was written.</summary>
    [JsonPropertyOrder(-1)]
    public required DateTimeOffset At { get; init; }
}
