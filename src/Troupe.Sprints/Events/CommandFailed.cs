using System.Text.Json.Serialization;
namespace Troupe.Sprints;

/// <summary>A command could not be performed. It is tried again after a while, under the same key.</summary>
public sealed record CommandFailed : SprintEvent
{
    /// <summary>One of <see cref="CommandNames"/>.</summary>
    public required string Command { get; init; }

    [JsonPropertyName("command_key")]
    public required string Key { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Error { get; init; }
}
