using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>Failures of git as errors that a person can act on, in git's own words, escaped.</summary>
internal static class GitFailure
{
    private const int LongestText = 2000;

    /// <param name="folder">Where git wrote, if it wrote anything.</param>
    public static TroupeException OfExitCode(IReadOnlyList<string> arguments, ProgramResult result, string folder) => new(
        ErrorCode.Git,
        $"{DiskTrouble.Advice(result.ErrorText, folder)}git {arguments[0]} failed with exit code {result.ExitCode}: {Words(result)}{Advice(result.ErrorText)}");

    public static TroupeException NotStarted(string workingDirectory, TroupeException cause) =>
        Directory.Exists(workingDirectory)
            ? new(
                ErrorCode.Git,
                $"git could not be started: {cause.Message} Install git {GitVersion.Minimum.Major}.{GitVersion.Minimum.Minor} or later, "
                + "and see that it is on the PATH.",
                cause)
            : new(
                ErrorCode.Git,
                $"git could not be started: the folder '{Printable.Escape(workingDirectory)}' does not exist.",
                cause);

    /// <summary>Null: git came to its own end and its output is whole.</summary>
    public static TroupeException? OfIncompleteRun(IReadOnlyList<string> arguments, GitCall call, ProgramResult result) => result switch
    {
        { Ending: ProgramEnding.TimedOut } => new(
            ErrorCode.Git,
            $"git {arguments[0]} did not end within {call.Timeout.TotalSeconds:0} seconds and was stopped. "
            + "Another program may hold the repository, or the disk is slow."),
        { Truncated: true } => new(
            ErrorCode.Git,
            $"git {arguments[0]} wrote more than {call.OutputLimit} bytes, which is more than can be taken in."),
        _ => null,
    };

    public static string Words(ProgramResult result)
    {
        var text = result.ErrorText.Trim();
        if (text.Length == 0)
        {
            return "it gave no reason.";
        }

        text = text.Length <= LongestText ? text : "… " + text[^LongestText..];
        return string.Join(" / ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Printable.Escape));
    }

    // Missing objects are the one failure whose cure git does not name.
    private static string Advice(string error) =>
        error.Contains("unable to read", StringComparison.Ordinal)
        || error.Contains("missing blob", StringComparison.Ordinal)
        || error.Contains("bad object", StringComparison.Ordinal)
        || error.Contains("promisor remote", StringComparison.Ordinal)
            ? " If this is a shallow or a partial clone, fetch what is missing: 'git fetch --unshallow', or 'git fetch --refetch --no-filter'."
            : "";
}
