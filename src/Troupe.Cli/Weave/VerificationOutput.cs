using Troupe.Verification;

namespace Troupe.Cli.Weave;

/// <summary>What the verify commands said, in the JSON of a weave.</summary>
internal sealed record VerificationOutput(bool Passed, IReadOnlyList<VerificationOutput.Step> Steps)
{
    public static VerificationOutput? Of(VerifyResult? result) => result is null
        ? null
        : new(result.Passed, [.. result.Steps.Select(step => new Step(step.Name, step.Passed, step.ExitCode, step.LogFile))]);

    internal sealed record Step(string Name, bool Passed, int? ExitCode, string Log);
}
