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

    /// <summary>Two new files that are mostly the same.</summary>
    internal bool AreAlike { get; init; }

    /// <summary>A file that has lines, and that git does not merge because the attributes of the repository say so.</summary>
    internal bool IsUnmergedText { get; init; }

    /// <summary>Null: line endings are not the reason.</summary>
    internal LineEndings? Endings { get; init; }

    /// <summary>The name from which the patch took the file to its path; null: it did not rename it.</summary>
    internal string? RenamedByPatchFrom { get; init; }

    /// <summary>Where the file is gone in what has landed: what the same patches add, the likeliest first; null: not known.</summary>
    internal IReadOnlyList<string>? Successors { get; init; }

    /// <summary>The landed patches that made the file what it is.</summary>
    public IReadOnlyList<Counterpart> Counterparts { get; init; } = [];

    /// <summary>Each counterpart alone merges with the patch; only together they do not.</summary>
    public bool IsJoint { get; init; }

    /// <summary>Each counterpart (or, where it is joint, all of them and no fewer) is enough to collide with the patch.</summary>
    public bool IsSmallestSet { get; init; }

    /// <summary>Null: not many patches of the weave change this file.</summary>
    public SharedFile? Hot { get; init; }

    /// <summary>What to change so that the next attempt fits, in one or two sentences.</summary>
    public string Recipe => ConflictRecipe.Of(this);

    /// <summary>What git says about it.</summary>
    public string Detail { get; init; } = "";
}
