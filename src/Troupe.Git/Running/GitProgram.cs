using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>Starts git, wherever it is bound to; <see cref="GitExecutor"/> binds it to one git directory.</summary>
internal static class GitProgram
{
    // Hooks are for the user's own commands: nothing that runs here may trigger one.
    private static readonly string[] Pinned = ["-c", "core.quotepath=off", "-c", "core.hooksPath=/dev/null"];

    public static IReadOnlyList<string> ArgumentsFor(IReadOnlyList<string> arguments) => [.. Pinned, .. arguments];

    /// <param name="variables">The whole environment, already scrubbed.</param>
    public static async Task<ProgramResult> RunAsync(
        IReadOnlyList<string> arguments,
        GitCall call,
        string workingDirectory,
        Dictionary<string, string> variables,
        CancellationToken cancellationToken)
    {
        foreach (var (name, value) in call.Environment)
        {
            variables[name] = value;
        }

        var request = new ProgramRequest
        {
            Program = "git",
            Arguments = ArgumentsFor(arguments),
            WorkingDirectory = workingDirectory,
            Environment = variables,
            Input = call.Input,
            Timeout = call.Timeout,
            OutputLimit = call.OutputLimit,
        };
        var result = await StartAsync(request, cancellationToken);
        return GitFailure.OfIncompleteRun(arguments, call, result) is { } failure ? throw failure : result;
    }

    private static async Task<ProgramResult> StartAsync(ProgramRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ProgramRunner.RunAsync(request, cancellationToken);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Process)
        {
            throw GitFailure.NotStarted(request.WorkingDirectory, failure);
        }
    }
}
