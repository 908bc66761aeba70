using Troupe.Verification;

namespace Troupe.Cli.Weave;

/// <summary>What came of a weave besides its results.</summary>
/// <param name="IsPlan">Nothing was to be written.</param>
/// <param name="Branch">The branch that now holds what landed, by its short name; null: none does.</param>
/// <param name="Verification">Null: there was nothing to verify, or no step to do it.</param>
internal sealed record WeaveEnding(bool IsPlan, string? Branch, VerifyResult? Verification)
{
    public static WeaveEnding Planned { get; } = new(true, null, null);

    public bool IsRed => Verification is { Passed: false };
}
