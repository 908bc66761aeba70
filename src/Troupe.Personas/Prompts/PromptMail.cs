namespace Troupe.Personas;

/// <summary>One message as a prompt shows it.</summary>
public sealed record PromptMail
{
    public required string Id { get; init; }

    public required string From { get; init; }

    public required string Subject { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    /// <summary>The session that the engine took it from; null: the sender is only a claim.</summary>
    public string? Attested { get; init; }
}
