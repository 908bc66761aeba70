using Troupe.Personas;

namespace Troupe.Cli.Personas;

/// <summary>What <c>persona validate --json</c> prints.</summary>
internal sealed record PersonaValidateOutput(int SchemaVersion, bool Valid, int Personas, IReadOnlyList<RosterProblem> Problems);
