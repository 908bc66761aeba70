using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The lead was told, by mail, once per key.</summary>
public sealed record HumanNotified : SprintEvent
{
    [JsonPropertyName("command_key")]
    public required string Key { get; init; }

    public PersonaId? Persona { get; init; }

    /// <summary>The id of the message in the mail log.</summary>
    public required string Message { get; init; }
}
