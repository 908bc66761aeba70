namespace Troupe.Cli.Weave;

/// <summary>What <c>weave ack --json</c> and <c>weave reject --json</c> print.</summary>
internal sealed record HeldAnswerOutput
{
    public int SchemaVersion { get; } = 1;

    /// <summary>False: that had been said already.</summary>
    public required bool Changed { get; init; }

    /// <summary>What happens next, or the command to give.</summary>
    public required string Next { get; init; }

    public required HeldEntry Held { get; init; }
}
