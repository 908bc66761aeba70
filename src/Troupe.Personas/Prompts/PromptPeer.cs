using Troupe.Core;

namespace Troupe.Personas;

/// <summary>Somebody who works at the same time, and where.</summary>
public sealed record PromptPeer(PersonaId Id, string Description, IReadOnlyList<string> Scope)
{
    public static PromptPeer Of(Persona persona) => new(persona.Id, persona.Description, persona.Scope);
}
