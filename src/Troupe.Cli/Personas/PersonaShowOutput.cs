namespace Troupe.Cli.Personas;

/// <summary>What <c>persona show --json</c> prints.</summary>
internal sealed record PersonaShowOutput(int SchemaVersion, PersonaOutput Persona, string Body);
