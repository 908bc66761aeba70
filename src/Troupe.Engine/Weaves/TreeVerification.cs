using Troupe.Core;
using Troupe.Sprints;
using Troupe.Verification;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>Runs the verify commands on the tree of a weave and keeps what they printed.</summary>
internal sealed class TreeVerification(Workplace workplace)
{
    /// <summary>Null: nothing landed, or there are no commands to run.</summary>
    public async Task<VerificationVerdict?> RunAsync(
        int sprint, int weaveNumber, Weave weave, WeaverSettings settings, CancellationToken cancellationToken)
    {
        if (weave.Head is not { } head || settings.Verify.Count == 0)
        {
            return null;
        }

        var logs = Path.Combine(workplace.State.Folder, "logs", $"sprint-{sprint}", $"weave-{weaveNumber}");
        var result = await Verifier.VerifyAsync(
            new VerifyRequest
            {
                GitDirectory = weave.Git.GitDirectory,
                Commit = head,
                Steps = settings.Verify,
                LogFolder = logs,
                ScratchFolder = workplace.State.CheckoutsFolder,
                Environment = workplace.Environment,
            },
            cancellationToken);
        var failed = result.Failure;
        return new VerificationVerdict(
            result.Passed,
            failed?.LogFile ?? logs,
            failed is null ? null : FailureDigest.Of($"{failed.Name}\n{failed.ExitCode}\n{failed.TimedOut}"),
            result.Steps.Sum(step => step.Elapsed.TotalSeconds),
            failed is null ? null : Explain(failed));
    }

    private static string Explain(StepResult failed)
    {
        var printed = failed.Tail.TrimEnd();
        return $"the step '{failed.Name}' {failed.Reason}; {(printed.Length == 0 ? "it printed nothing." : $"its last lines:\n{printed}\n")}";
    }
}
