namespace Troupe.Interchange;

/// <summary>One line of <c>messages.jsonl</c> (docs/specs/mail-interchange.md). What is null is absent.</summary>
internal sealed record JsonLetter
{
    public const string FileName = "messages.jsonl";
    public const string Sign = "{\"schema_version\":1,";

    public int? SchemaVersion { get; init; }

    public string? Id { get; init; }

    public string? SentAt { get; init; }

    public string? From { get; init; }

    public string? ImportedSender { get; init; }

    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<string>? Cc { get; init; }

    public IReadOnlyList<string>? Recipients { get; init; }

    public string? Subject { get; init; }

    public string? Thread { get; init; }

    public string? InReplyTo { get; init; }

    public int? Hops { get; init; }

    public string? Type { get; init; }

    public string? Priority { get; init; }

    public bool? AckRequired { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<JsonEnclosure>? Attachments { get; init; }

    public string? DedupKey { get; init; }

    public IReadOnlyList<string>? Supersedes { get; init; }

    public string? Attested { get; init; }

    public string? Position { get; init; }

    public IReadOnlyList<JsonState>? Mailboxes { get; init; }

    public string? Body { get; init; }
}
