using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A patch does not fit onto what landed before it.</summary>
public sealed record PatchConflicted : SprintEvent
{
    public required int Weave { get; init; }

    public required SessionId Session { get; init; }

    public required PatchId Patch { get; init; }

    /// <summary>Conflict kinds by their persisted names (<c>content</c>, <c>add/add</c> …), each once.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The landed patches that made the other side.</summary>
    public required IReadOnlyList<CounterpartPatch> Counterparts { get; init; }

    /// <summary>Personas whose patches did not land either and that this one collides with.</summary>
    public required IReadOnlyList<PersonaId> Rivals { get; init; }

    /// <summary>The same when the same content collides in the same way again.</summary>
    public required string Digest { get; init; }

    /// <summary>The tree that the patch was carried onto.</summary>
    public required TreeId Onto { get; init; }

    /// <summary>The blob, by its SHA-256, that holds the report and the three sides of every colliding file.</summary>
    public string? Report { get; init; }
}
