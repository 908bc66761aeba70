using Troupe.Core;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>What <c>weave plan --json</c> and <c>weave apply --json</c> print.</summary>
internal sealed record WeaveOutput
{
    public int SchemaVersion { get; } = 1;

    /// <summary>The commit that was built on.</summary>
    public required string Base { get; init; }

    /// <summary>The arguments whose patches are part of the tree, in the order in which they were folded.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    public required IReadOnlyList<PatchOutput> Outcomes { get; init; }

    public required string Tree { get; init; }

    public required string? Branch { get; init; }

    /// <summary>The last commit of what landed.</summary>
    public required string? Commit { get; init; }

    /// <summary>Whether the tree passed the verify commands; null: there was none, or nothing to run it on.</summary>
    public required bool? Verified { get; init; }

    public required VerificationOutput? Verification { get; init; }

    /// <summary>Lock files that several changes meet in.</summary>
    public required IReadOnlyList<LockFileOutput> LockFiles { get; init; }

    public required PlanOutput Plan { get; init; }

    public static WeaveOutput Of(Weaving.Weave weave, WeaveEnding ending) => new()
    {
        Base = weave.Tip.Value,
        Order = weave.Order,
        Outcomes = [.. ending.ResultsOf(weave).Select(PatchOutput.Of)],
        Tree = weave.Tree.Value,
        Branch = ending.Branch,
        Commit = ending.IsRed ? null : weave.Head?.Value,
        Verified = ending.Verification?.Passed,
        Verification = VerificationOutput.Of(ending.Verification),
        LockFiles = [.. weave.LockFiles.Select(file => LockFileOutput.Of(file, weave))],
        Plan = PlanOutput.Of(weave.Plan),
    };
}
