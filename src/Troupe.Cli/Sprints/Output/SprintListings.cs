namespace Troupe.Cli.Sprints;

/// <summary><c>sprint list --json</c>.</summary>
internal sealed record SprintListings(int SchemaVersion, IReadOnlyList<SprintListing> Sprints);
