using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>One patch in the JSON of a weave.</summary>
internal sealed record PatchOutput
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

    public static PatchOutput Of(PatchResult result) => new()
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
    };
}
