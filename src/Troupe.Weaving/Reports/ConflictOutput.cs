namespace Troupe.Weaving;

/// <summary>One conflict in the JSON of a weave.</summary>
public sealed record ConflictOutput
{
    public required string Kind { get; init; }

    public required string Path { get; init; }

    /// <summary>The first hunk as the patch found it; null: the conflict has no lines.</summary>
    public required string? Base { get; init; }

    /// <summary>The first hunk as it has landed.</summary>
    public required string? Ours { get; init; }

    /// <summary>The first hunk as the patch wants it.</summary>
    public required string? Theirs { get; init; }

    /// <summary>The arguments whose patches made the landed side, or the commits where no patch did.</summary>
    public required IReadOnlyList<string> Counterparts { get; init; }

    /// <summary>Each counterpart alone merges with the patch; only together they do not.</summary>
    public required bool Joint { get; init; }

    public required IReadOnlyList<string> OtherPaths { get; init; }

    public required IReadOnlyList<HunkOutput> Hunks { get; init; }

    /// <summary>Whether there is more than the hunks show.</summary>
    public bool HunksAreCut { get; init; }

    public string Recipe { get; init; } = "";

    /// <summary>The counterparts with everything that is known of them, in the order of <see cref="Counterparts"/>.</summary>
    public IReadOnlyList<CounterpartOutput> Landed { get; init; } = [];

    /// <summary>The counterparts that are enough to collide with the patch: one, or all of a joint conflict; empty: not known.</summary>
    public IReadOnlyList<string> SmallestSet { get; init; } = [];

    /// <summary>Null: not many patches of the weave change the file.</summary>
    public SharedFileOutput? Hot { get; init; }

    public static ConflictOutput Of(Conflict conflict) => Of(conflict, conflict.Hunks is [var hunk, ..] ? hunk : null);

    private static ConflictOutput Of(Conflict conflict, Hunk? first) => new()
    {
        Kind = conflict.Kind.Name(),
        Path = conflict.Path,
        Base = first?.Base,
        Ours = first?.Ours,
        Theirs = first?.Theirs,
        Counterparts = [.. conflict.Counterparts.Select(counterpart => counterpart.Label)],
        Joint = conflict.IsJoint,
        OtherPaths = conflict.OtherPaths,
        Hunks = [.. conflict.Hunks.Select(hunk => new HunkOutput(hunk.Line, hunk.Base, hunk.Ours, hunk.Theirs) { Change = hunk.Change })],
        HunksAreCut = conflict.HunksAreCut,
        Recipe = conflict.Recipe,
        Landed = [.. conflict.Counterparts.Select(CounterpartOutput.Of)],
        SmallestSet = [.. SmallestSetOf(conflict).Select(counterpart => counterpart.Label)],
        Hot = conflict.Hot is { } hot ? new SharedFileOutput(hot.Patches, hot.Conflicts, hot.SharedBy) : null,
    };

    private static IEnumerable<Counterpart> SmallestSetOf(Conflict conflict) =>
        !conflict.IsSmallestSet ? [] : conflict.IsJoint ? conflict.Counterparts : conflict.Counterparts.Take(1);
}
