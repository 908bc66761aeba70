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

    /// <summary>What its message says beyond the subject, cut to a length that one can read; null: nothing.</summary>
    public string? Intent { get; init; }

    /// <summary>What its persona wrote of it in its journal, as one line; null: nothing.</summary>
    public string? Journal { get; init; }

    /// <summary>The pull request that it came in, such as <c>#12</c>; null: none that anybody names.</summary>
    public string? PullRequest { get; init; }

    /// <summary>Whether it would still merge if the patch that collides with it had gone first; null: not tried.</summary>
    public bool? FitsAfterwards { get; init; }

    /// <summary>The persona with the label, where that alone does not tell who it was.</summary>
    internal string Name => Persona is { } persona && !Label.Contains(persona.Value, StringComparison.Ordinal) ? $"{persona} ({Label})" : Label;
}
