namespace Troupe.Cli.Weave;

/// <summary>What <c>weave held --json</c> prints.</summary>
internal sealed record HeldOutput
{
    public int SchemaVersion { get; } = 1;

    public required IReadOnlyList<HeldEntry> Held { get; init; }
}
