using System.Diagnostics;
using Troupe.Core;

namespace Troupe.Processes;

/// <summary>Runs a program to its end and owns everything that it starts.</summary>
public static class ProgramRunner
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.Process"/>: the program could not be started.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program and all that it started have been ended.</exception>
    public static async Task<ProgramResult> RunAsync(ProgramRequest request, CancellationToken cancellationToken)
    {
        var info = new ProcessStartInfo(request.Program, request.Arguments)
        {
            WorkingDirectory = request.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in request.Environment)
        {
            info.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
#pragma warning disable RS0030 // this room is where programs are started
        using var process = Process.Start(info)!;
#pragma warning restore RS0030
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var reading = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken),
            process.StandardError.BaseStream.CopyToAsync(error, cancellationToken));
        await process.StandardInput.BaseStream.WriteAsync(request.Input, cancellationToken);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramResult(process.ExitCode, ProgramEnding.Exited, output.ToArray(), error.ToArray(), false, clock.Elapsed);
    }
}
