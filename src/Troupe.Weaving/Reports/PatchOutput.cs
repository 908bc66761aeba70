using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>One patch in the JSON of a weave.</summary>
public sealed record PatchOutput
{
    /// <summary>The argument, verbatim; where it is a pattern, the short name of the ref.</summary>
    public required string Source { get; init; }

    /// <summary>The argument, verbatim.</summary>
    public string Argument { get => field ?? Source; init; }

    /// <summary>The id of the change; null: it could not be read.</summary>
    public required string? Patch { get; init; }

    public required string Outcome { get; init; }

    public required IReadOnlyList<string> Paths { get; init; }

    public required IReadOnlyList<ConflictOutput> Conflicts { get; init; }

    public required string? Reason { get; init; }

    public required string? Remark { get; init; }

    public required IReadOnlyList<string> Rivals { get; init; }

    public required string? Commit { get; init; }

    /// <summary>The commit to start again from, for a patch that collides; null: it is not said.</summary>
    public string? StartFrom { get; init; }

    public static PatchOutput Of(PatchResult result) => Of(result, null);

    /// <param name="startFrom">Null: it is not said.</param>
    public static PatchOutput Of(PatchResult result, CommitId? startFrom) => new()
    {
        Source = result.Patch.Label,
        Argument = result.Patch.Argument ?? result.Patch.Label,
        Patch = result.Change?.Id.Value,
        Outcome = result.Outcome.ToString(),
        Paths = result.Paths,
        Conflicts = [.. result.Conflicts.Select(ConflictOutput.Of)],
        Reason = result.Reason,
        Remark = result.Remark,
        Rivals = result.Rivals,
        Commit = result.Commit?.Value,
        StartFrom = result.Outcome == PatchOutcome.Conflicted ? startFrom?.Value : null,
    };
}
