namespace Troupe.Core;

/// <summary><c>[mail]</c>.</summary>
public sealed record MailSettings
{
    /// <summary>Answers that one thread takes within an hour.</summary>
    public required int RepliesPerHour { get; init; }

    /// <summary>How long a message may wait for the acknowledgement that it asks for before it is overdue.</summary>
    public required TimeSpan AckDue { get; init; }

    /// <summary>What is run when mail has come for an idle persona; null: nothing.</summary>
    public required IReadOnlyList<string>? OnDelivery { get; init; }

    /// <summary>How often <see cref="OnDelivery"/> is run for one persona within an hour.</summary>
    public required int WakesPerHour { get; init; }
}
