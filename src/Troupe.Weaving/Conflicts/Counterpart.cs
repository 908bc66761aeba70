using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What a conflicting patch collides with: a landed patch, or a commit of the history that its fork lacks.</summary>
/// <param name="Label">The patch's label, or the commit's short name.</param>
/// <param name="Persona">Who made it, if a persona did.</param>
/// <param name="Subject">The first line of its message.</param>
public sealed record Counterpart(string Label, PersonaId? Persona, string Subject);
