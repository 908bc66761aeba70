namespace Troupe.Weaving;

/// <summary>One place where a patch does not merge with what had landed before it.</summary>
public sealed record Conflict
{
    public required ConflictKind Kind { get; init; }

    public required string Path { get; init; }

    /// <summary>The other names that take part, where renames do.</summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>The file as the patch found it; null: it was not there.</summary>
    public ConflictSide? Base { get; init; }

    /// <summary>The file in what had landed; null: it is not there.</summary>
    public ConflictSide? Ours { get; init; }

    /// <summary>The file as the patch left it; null: it is not there.</summary>
    public ConflictSide? Theirs { get; init; }

    /// <summary>The colliding lines, for files that have lines.</summary>
    public IReadOnlyList<Hunk> Hunks { get; init; } = [];

    /// <summary>Whether there is more than <see cref="Hunks"/> shows.</summary>
    public bool HunksAreCut { get; init; }

    /// <summary>The landed patches that made the file what it is.</summary>
    public IReadOnlyList<Counterpart> Counterparts { get; init; } = [];

    /// <summary>Each counterpart alone merges with the patch; only together they do not.</summary>
    public bool IsJoint { get; init; }

    /// <summary>What git says about it.</summary>
    public string Detail { get; init; } = "";
}
