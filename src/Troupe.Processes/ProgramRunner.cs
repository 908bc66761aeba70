using System.Diagnostics;
using Troupe.Core;
using Troupe.Processes.Ending;
using Troupe.Processes.Starting;

namespace Troupe.Processes;

/// <summary>
/// Runs a program to its end and owns everything that it starts: whatever is left of it after its end, its timeout or
/// a cancellation is ended too, daemons included.
/// </summary>
public static class ProgramRunner
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.Process"/>: the program could not be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program and all that it started have been ended.</exception>
    public static async Task<ProgramResult> RunAsync(ProgramRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        using var streams = new RunStreams(request);
        var marker = RunMarker.Next();
        var child = streams.Start(request, marker);
        var family = new Family(child, marker);
        var ending = await WaitAsync(child, family, request, cancellationToken);
        if (family.HasSurvivors())
        {
            await family.EndAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
        streams.Finish();
        return new ProgramResult(
            await child.Exited,
            ending,
            streams.Output.Kept,
            streams.Error.Kept,
            streams.Output.Truncated || streams.Error.Truncated,
            Stopwatch.GetElapsedTime(started));
    }

    private static async Task<ProgramEnding> WaitAsync(
        ChildProcess child, Family family, ProgramRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await child.Exited.WaitAsync(request.Timeout ?? Timeout.InfiniteTimeSpan, cancellationToken);
            return ProgramEnding.Exited;
        }
        catch (Exception stop) when (stop is TimeoutException or OperationCanceledException)
        {
            await EndAsync(child, family, request.Grace);
            return ProgramEnding.TimedOut;
        }
    }

    private static async Task EndAsync(ChildProcess child, Family family, TimeSpan grace)
    {
        family.Terminate();
        try
        {
            await child.Exited.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            // It had its chance.
        }

        await family.EndAsync();
        await child.Exited;
    }
}
