using System.Text.Json.Serialization;

namespace Troupe.Mail;

/// <summary>The members of every record that marks a message in a mailbox, besides the log's own.</summary>
internal sealed record MarkPayload
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Persona { get; init; }

    public string? Session { get; init; }

    public string? Tag { get; init; }
}
