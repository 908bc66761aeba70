using Troupe.Core;
using Troupe.Verification;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>What came of a weave besides its results.</summary>
/// <param name="IsPlan">Nothing was to be written.</param>
/// <param name="Branch">The branch that now holds what landed, by its short name; null: none does.</param>
/// <param name="Verification">Null: there was nothing to verify, or no step to do it.</param>
internal sealed record WeaveEnding(bool IsPlan, string? Branch, VerifyResult? Verification)
{
    public static WeaveEnding Planned { get; } = new(true, null, null);

    public bool IsRed => Verification is { Passed: false };

    /// <summary>What became of each patch in the end: where the tree is red, nothing has landed, though it fits.</summary>
    public IReadOnlyList<PatchResult> ResultsOf(Weaving.Weave weave) =>
        IsRed ? [.. weave.Results.Select(result => result.Outcome == PatchOutcome.Landed ? Rejected(result) : result)] : weave.Results;

    private static PatchResult Rejected(PatchResult result) => result with
    {
        Outcome = PatchOutcome.Rejected,
        Commit = null,
        Reason = "It fits, but the tree of all that fit does not pass verification, so that nothing has landed.",
    };
}
