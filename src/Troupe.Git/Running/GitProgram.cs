using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>Starts git, wherever it is bound to; <see cref="GitExecutor"/> binds it to one git directory.</summary>
internal static class GitProgram
{
    // Hooks are for the user's own commands: nothing that runs here may trigger one.
    private static readonly string[] Pinned = ["-c", "core.quotepath=off", "-c", "core.hooksPath=/dev/null"];

    private static readonly string[] ReachOut = ["clone", "fetch", "pull", "push", "ls-remote", "remote", "submodule"];

    /// <param name="variables">The whole environment, already scrubbed.</param>
    public static async Task<ProgramResult> RunAsync(
        IReadOnlyList<string> arguments,
        GitCall call,
        string workingDirectory,
        Dictionary<string, string> variables,
        CancellationToken cancellationToken)
    {
        StayHere(arguments, variables);
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
        StayHere(arguments, variables);
        try
        {
            return Coprocess.Start(Request(arguments, workingDirectory, variables));
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Process)
        {
            throw GitFailure.NotStarted(workingDirectory, failure);
        }
    }

    // A partial clone fetches what it lacks at any command, from wherever its settings say: only those that say so reach out. Older
    // versions know no other way to forbid it.
    private static void StayHere(IReadOnlyList<string> arguments, Dictionary<string, string> variables)
    {
        if (!ReachOut.Contains(arguments[0], StringComparer.Ordinal))
        {
            variables["GIT_NO_LAZY_FETCH"] = "1";
            variables["GIT_ALLOW_PROTOCOL"] = "none";
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
