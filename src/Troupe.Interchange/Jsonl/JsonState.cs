namespace Troupe.Interchange;

/// <summary>What became of a <see cref="JsonLetter"/> in one mailbox.</summary>
internal sealed record JsonState
{
    public string? Persona { get; init; }

    public bool Read { get; init; }

    public bool Acked { get; init; }

    public bool Archived { get; init; }

    public bool Trashed { get; init; }

    public bool Superseded { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<string>? ShownIn { get; init; }
}
