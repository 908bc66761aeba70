namespace Troupe.Cli.Personas;

/// <summary>What <c>persona render --json</c> prints.</summary>
internal sealed record PersonaRenderOutput(int SchemaVersion, string Persona, string Prompt);
