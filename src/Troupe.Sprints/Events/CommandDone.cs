using System.Text.Json.Serialization;
namespace Troupe.Sprints;

/// <summary>A command without kinds of its own was performed.</summary>
public sealed record CommandDone : SprintEvent
{
    /// <summary>One of <see cref="CommandNames"/>.</summary>
    public required string Command { get; init; }

    [JsonPropertyName("command_key")]
    public required string Key { get; init; }

    /// <summary>What came of it.</summary>
    public string? Detail { get; init; }
}
