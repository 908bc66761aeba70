using System.Text;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Verification;

/// <summary>One step, under supervision: at its end or at the end of its time, nothing that it started is left.</summary>
internal sealed class StepRun(VerifyStepSettings step, string folder, IReadOnlyDictionary<string, string> variables, string logFile)
{
    public async Task<StepResult> RunAsync(CancellationToken cancellationToken)
    {
        using var log = StepLog.Create(logFile);
        try
        {
            var result = await ProgramRunner.RunAsync(Request(log), cancellationToken);
            return Judge(result, log);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Process)
        {
            // A command that is not there is the step's failure, not ours: the patches may have removed it.
            log.Append(Encoding.UTF8.GetBytes(failure.Message + "\n"));
            return Result(log, TimeSpan.Zero) with { Reason = $"could not be started: {failure.Message}" };
        }
    }

    private ProgramRequest Request(StepLog log) => new()
    {
        Program = step.Command[0],
        Arguments = [.. step.Command.Skip(1)],
        WorkingDirectory = folder,
        Environment = variables,
        Timeout = step.Timeout,
        Received = log.Append,
    };

    private StepResult Judge(ProgramResult result, StepLog log)
    {
        var ended = Result(log, result.Elapsed);
        if (result.Ending == ProgramEnding.TimedOut)
        {
            return ended with
            {
                TimedOut = true,
                Reason = $"did not end within {step.Timeout.TotalSeconds:0.#} seconds; it and all that it had started were ended",
            };
        }

        return result.ExitCode == 0
            ? ended with { Passed = true, ExitCode = 0 }
            : ended with { ExitCode = result.ExitCode, Reason = $"ended with exit code {result.ExitCode}" };
    }

    private StepResult Result(StepLog log, TimeSpan elapsed) => new()
    {
        Name = step.Name,
        Passed = false,
        LogFile = logFile,
        Tail = log.Tail(),
        Elapsed = elapsed,
    };
}
