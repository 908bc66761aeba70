using Troupe.Core;
using Troupe.Sprints;
using Troupe.Verification;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>Runs the verify commands on the tree of a weave and keeps what they printed.</summary>
internal sealed class TreeVerification(Workplace workplace)
{
    /// <summary>Null: there are no commands to run.</summary>
    public async Task<VerificationVerdict?> RunAsync(
        int sprint, int weaveNumber, Weave weave, WeaverSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Verify.Count == 0)
        {
            return null;
        }

        var logs = Path.Combine(workplace.State.Folder, "logs", $"sprint-{sprint}", $"weave-{weaveNumber}");
        var result = await new Verifier(workplace.State.CheckoutsFolder).VerifyAsync(
            new VerifyRequest
            {
                Git = weave.Git,
                Tree = weave.Tree,
                Commit = weave.Head,
                Steps = settings.Verify,
                LogFolder = logs,
                Environment = workplace.Environment,
            },
            cancellationToken);
        var failed = result.Steps.FirstOrDefault(step => !step.Passed);
        return new VerificationVerdict(
            result.Passed,
            failed?.LogFile ?? logs,
            failed is null ? null : FailureDigest.Of($"{failed.Name}\n{failed.ExitCode}\n{failed.TimedOut}"),
            result.Steps.Sum(step => step.Elapsed.TotalSeconds));
    }
}
