using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>
/// The one place that runs git: an argument list, a scrubbed environment, typed failures.
/// Bound to one git directory; safe to use from several threads at once.
/// </summary>
/// <param name="gitDirectory">The git directory that every command works on.</param>
/// <param name="environment">Variables of this process that git may see (PATH, HOME, …); <c>GIT_*</c> is never passed on.</param>
public sealed class GitExecutor(string gitDirectory, IReadOnlyDictionary<string, string> environment)
{
    public string GitDirectory { get; } = gitDirectory;

    /// <summary>Runs git and requires exit code 0.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: git exited with another code; the message holds its words.</exception>
    public async Task<ProgramResult> RunAsync(
        IReadOnlyList<string> arguments, GitCall call, CancellationToken cancellationToken)
    {
        var result = await TryRunAsync(arguments, call, cancellationToken);
        return result.ExitCode == 0
            ? result
            : throw new TroupeException(
                ErrorCode.Git,
                $"git {arguments[0]} failed with exit code {result.ExitCode}: {Printable.Escape(result.ErrorText.Trim())}");
    }

    /// <summary>Runs git and hands back whatever exit code it gave.</summary>
    public Task<ProgramResult> TryRunAsync(
        IReadOnlyList<string> arguments, GitCall call, CancellationToken cancellationToken)
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach (var (name, value) in environment)
        {
            if (!name.StartsWith("GIT_", StringComparison.Ordinal))
            {
                variables[name] = value;
            }
        }

        variables["GIT_DIR"] = GitDirectory;
        variables["GIT_TERMINAL_PROMPT"] = "0";
        variables["LC_ALL"] = "C";
        foreach (var (name, value) in call.Environment)
        {
            variables[name] = value;
        }

        return ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = "git",
                Arguments = ["-c", "core.quotepath=off", "-c", "core.hooksPath=/dev/null", .. arguments],
                WorkingDirectory = call.WorkingDirectory ?? GitDirectory,
                Environment = variables,
                Input = call.Input,
            },
            cancellationToken);
    }
}
