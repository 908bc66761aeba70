namespace Troupe.Verification;

/// <summary>What the steps said about a commit.</summary>
/// <param name="Steps">Those that ran, in order.</param>
/// <param name="NotRun">The names of those behind the one that failed.</param>
public sealed record VerifyResult(IReadOnlyList<StepResult> Steps, IReadOnlyList<string> NotRun)
{
    public bool Passed => Steps.All(step => step.Passed);

    /// <summary>The step that failed; null: none did.</summary>
    public StepResult? Failure => Steps.FirstOrDefault(step => !step.Passed);
}
