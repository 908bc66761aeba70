using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>Starts git, wherever it is bound to; <see cref="GitExecutor"/> binds it to one git directory.</summary>
internal static class GitProgram
{
    // Hooks are for the user's own commands: nothing that runs here may trigger one.
    private static readonly string[] Pinned = ["-c", "core.quotepath=off", "-c", "core.hooksPath=/dev/null"];

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

        var request = Request(arguments, workingDirectory, variables) with
        {
            Input = call.Input,
            InputFile = call.InputFile,
            OutputFile = call.OutputFile,
            Timeout = call.Timeout,
            OutputLimit = call.OutputLimit,
        };
        try
        {
            var result = await ProgramRunner.RunAsync(request, cancellationToken);
            return GitFailure.OfIncompleteRun(arguments, call, result) is { } failure ? throw failure : result;
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Process)
        {
            throw GitFailure.NotStarted(workingDirectory, failure);
        }
    }

    /// <summary>A git that stays, to be asked one thing after the other.</summary>
    public static Coprocess Start(IReadOnlyList<string> arguments, string workingDirectory, Dictionary<string, string> variables)
    {
        try
        {
            return Coprocess.Start(Request(arguments, workingDirectory, variables));
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Process)
        {
            throw GitFailure.NotStarted(workingDirectory, failure);
        }
    }

    private static ProgramRequest Request(
        IReadOnlyList<string> arguments, string workingDirectory, Dictionary<string, string> variables) => new()
    {
        Program = "git",
        Arguments = [.. Pinned, .. arguments],
        WorkingDirectory = workingDirectory,
        Environment = variables,
    };
}
