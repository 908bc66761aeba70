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
        var request = new VerifyRequest
        {
            GitDirectory = weave.Git.GitDirectory,
            Commit = head,
            Steps = settings.Verify,
            LogFolder = logs,
            ScratchFolder = workplace.State.CheckoutsFolder,
            Environment = workplace.Environment,
        };
        using var time = new CancellationTokenSource(settings.Timeout, workplace.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        try
        {
            return Verdict(await Verifier.VerifyAsync(request, stop.Token), logs);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var limit = SettingDuration.Format(settings.Timeout);
            return new VerificationVerdict(
                false,
                logs,
                FailureDigest.Of($"timeout {limit}"),
                settings.Timeout.TotalSeconds,
                $"the steps together took longer than {limit} ('timeout' of [weaver]) and were ended.");
        }
    }

    private static VerificationVerdict Verdict(VerifyResult result, string logs)
    {
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
