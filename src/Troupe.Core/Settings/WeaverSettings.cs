namespace Troupe.Core;

/// <summary><c>[weaver]</c>.</summary>
public sealed record WeaverSettings
{
    /// <summary>The order in which patches are folded: <c>best</c>, so that most land, or <c>fifo</c>, as they came.</summary>
    public required string Order { get; init; }

    /// <summary>Whether a stand-alone <c>weave</c> holds patches that touch what a human should agree to.</summary>
    public required bool Policy { get; init; }

    /// <summary>How long the verification of one weave may take, all steps together; then it counts as failed.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Patterns, as in <c>.gitattributes</c>, of files whose conflicting lines are both kept.</summary>
    public required IReadOnlyList<string> UnionPaths { get; init; }

    /// <summary>Programs that merge files which they understand better than git.</summary>
    public required IReadOnlyList<MergeDriverSettings> Drivers { get; init; }

    /// <summary>Programs that make lock files anew.</summary>
    public required IReadOnlyList<RegenerationSettings> Regenerate { get; init; }

    /// <summary>What a woven tree has to pass, in order.</summary>
    public required IReadOnlyList<VerifyStepSettings> Verify { get; init; }
}
