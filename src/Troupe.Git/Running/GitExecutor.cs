using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>
/// The one place that runs git: an argument list, a scrubbed environment, typed failures.
/// Bound to one git directory; safe to use from several threads at once.
/// </summary>
/// <param name="gitDirectory">The git directory that every command works on.</param>
/// <param name="environment">Variables of this process that git may see (PATH, HOME, …); <c>GIT_*</c> is never passed on.</param>
/// <param name="scope">Whether the user's and the system's configuration count.</param>
public sealed class GitExecutor(
    string gitDirectory,
    IReadOnlyDictionary<string, string> environment,
    ConfigurationScope scope = ConfigurationScope.User)
{
    public string GitDirectory { get; } = gitDirectory;

    /// <summary>What every command of this executor sees besides what a call adds.</summary>
    internal IReadOnlyDictionary<string, string> Environment { get; } = environment;

    /// <summary>Runs git and requires exit code 0.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: git exited with another code; the message holds its words.</exception>
    public async Task<ProgramResult> RunAsync(
        IReadOnlyList<string> arguments, GitCall call, CancellationToken cancellationToken)
    {
        var result = await TryRunAsync(arguments, call, cancellationToken);
        return result.ExitCode == 0 ? result : throw Failure(arguments, call, result);
    }

    /// <summary>Runs git and hands back whatever exit code it gave.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: git is missing, did not end in time, or wrote too much.</exception>
    public Task<ProgramResult> TryRunAsync(
        IReadOnlyList<string> arguments, GitCall call, CancellationToken cancellationToken) =>
        GitProgram.RunAsync(arguments, call, call.WorkingDirectory ?? GitDirectory, Variables(), cancellationToken);

    /// <summary>The same git under the same environment, bound to another git directory.</summary>
    public GitExecutor For(string otherGitDirectory, ConfigurationScope otherScope) => new(otherGitDirectory, Environment, otherScope);

    /// <summary>An exit code that nobody expected, as an error.</summary>
    internal TroupeException Failure(IReadOnlyList<string> arguments, GitCall call, ProgramResult result) => GitFailure.OfExitCode(
        arguments,
        result,
        Path.GetDirectoryName(call.OutputFile) ?? call.Environment.GetValueOrDefault("GIT_OBJECT_DIRECTORY") ?? GitDirectory);

    /// <summary>The whole environment of a command.</summary>
    internal Dictionary<string, string> Variables()
    {
        var variables = GitEnvironment.Scrub(Environment, scope);
        variables["GIT_DIR"] = GitDirectory;
        return variables;
    }
}
