namespace Troupe.Cli.Personas;

/// <summary>What <c>persona list --json</c> prints.</summary>
internal sealed record PersonaListOutput(int SchemaVersion, IReadOnlyList<PersonaOutput> Personas);
