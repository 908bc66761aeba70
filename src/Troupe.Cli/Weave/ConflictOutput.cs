using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>One conflict in the JSON of a weave.</summary>
internal sealed record ConflictOutput
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
        Hunks = [.. conflict.Hunks.Select(hunk => new HunkOutput(hunk.Line, hunk.Base, hunk.Ours, hunk.Theirs))],
    };
}
