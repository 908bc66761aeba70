namespace Troupe.Interchange;

/// <summary>One event in the older vocabulary: a line of <c>events.jsonl</c> (docs/specs/mail-interchange.md). What is null is absent.</summary>
internal sealed record V0Event
{
    public const string FileName = "events.jsonl";
    public const string Sign = "\"event_type\":";
    public const string Send = "send";
    public const string Read = "read";
    public const string TagAdd = "tag_add";
    public const string TagRm = "tag_rm";
    public const string Trash = "trash";
    public const string Untrash = "untrash";

    public string? EventId { get; init; }

    public string? Ts { get; init; }

    public string? EventType { get; init; }

    /// <summary>Names the message in its other events. It is a number, so it is not the message's id here.</summary>
    public long MessageId { get; init; }

    public string? Actor { get; init; }

    public string? FromPersona { get; init; }

    public string? ToPersona { get; init; }

    public string? Subject { get; init; }

    public string? Body { get; init; }

    /// <summary>URLs; those of an export name files beside it.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }

    public string? ReadAt { get; init; }

    public string? Tag { get; init; }
}
