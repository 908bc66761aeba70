using System.Text.Json.Serialization;

namespace Troupe.Mail;

/// <summary>The members of a <c>sent</c> record besides the log's own; what is empty is left out.</summary>
internal sealed record SentPayload
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? From { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<string>? Cc { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<string>? Recipients { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Subject { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Priority { get; init; }

    /// <summary>Absent in the message that begins its thread: the thread then has the message's own id.</summary>
    public string? Thread { get; init; }

    public string? InReplyTo { get; init; }

    public bool AckRequired { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public int Hops { get; init; }

    public IReadOnlyList<string>? Supersedes { get; init; }

    public string? Attested { get; init; }

    public StoredBody? BodyBlob { get; init; }
}
