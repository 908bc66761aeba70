using System.Text.Json.Serialization;
namespace Troupe.Sprints;

/// <summary>A command without kinds of its own is about to be performed, or the lead has given an order.</summary>
public sealed record CommandIntended : SprintEvent
{
    /// <summary>One of <see cref="CommandNames"/>.</summary>
    public required string Command { get; init; }

    [JsonPropertyName("command_key")]
    public required string Key { get; init; }

    /// <summary>What it is about.</summary>
    public string? Detail { get; init; }
}
