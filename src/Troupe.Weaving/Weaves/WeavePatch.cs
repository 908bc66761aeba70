using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>One patch as it is handed to the Weaver: where its change is found, and whose it is.</summary>
public sealed record WeavePatch
{
    public const int UsualWeight = 100;

    /// <summary>The name that reports use: an argument verbatim, a ref that one stands for, or a persona's session.</summary>
    public required string Label { get; init; }

    /// <summary>The argument as it was written, where it stands for several patches; null: the label is the argument.</summary>
    public string? Argument { get; init; }

    public required PatchSource Source { get; init; }

    public PersonaId? Persona { get; init; }

    /// <summary>The session that made it, for the trailer of its commit.</summary>
    public string? Session { get; init; }

    /// <summary>The commit message; null: that of the source, or one made from the label.</summary>
    public string? Message { get; init; }

    /// <summary>The commit's author; null: that of the source, or the persona.</summary>
    public GitIdentity? Author { get; init; }

    /// <summary>What its landing is worth beside that of others, where not all can land; more than 0.</summary>
    public int Weight { get; init; } = UsualWeight;
}
