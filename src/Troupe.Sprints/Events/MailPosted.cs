using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The engine wrote to a persona. A key is posted once, however often it is decided.</summary>
public sealed record MailPosted : SprintEvent
{
    [JsonPropertyName("command_key")]
    public required string Key { get; init; }

    public required PersonaId To { get; init; }

    /// <summary>The id of the message in the mail log.</summary>
    public required string Message { get; init; }

    /// <summary>The session that it is about.</summary>
    public required SessionId Session { get; init; }
}
