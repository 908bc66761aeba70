using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>What a conflicting patch collides with: a landed patch, or a commit of the history that its fork lacks.</summary>
/// <param name="Label">The patch's label, or the commit's short name.</param>
/// <param name="Persona">Who made it, if a persona did; of a commit, by its trailers.</param>
/// <param name="Subject">The first line of its message.</param>
public sealed record Counterpart(string Label, PersonaId? Persona, string Subject)
{
    /// <summary>The patch that a commit of the history landed, by its trailers; null: none, or it is a patch of the same weave.</summary>
    public PatchId? Landed { get; init; }

    /// <summary>The persona with the label, where that alone does not tell who it was.</summary>
    internal string Name => Persona is { } persona && !Label.Contains(persona.Value, StringComparison.Ordinal) ? $"{persona} ({Label})" : Label;
}
