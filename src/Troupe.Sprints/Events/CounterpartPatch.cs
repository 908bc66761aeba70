using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A landed patch that another one collides with.</summary>
/// <param name="Persona">Null: the change was made outside the sprint.</param>
/// <param name="Patch">Null: the change was made outside the sprint.</param>
public sealed record CounterpartPatch(PersonaId? Persona, PatchId? Patch);
