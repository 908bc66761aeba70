using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>Which repository a folder belongs to: git's own discovery, asked once.</summary>
internal sealed record RepositoryDiscovery(string GitDirectory, string CommonDirectory, string? WorkTree, bool IsBare, ObjectFormat Format)
{
    // A bare repository has no top level: git then fails after it has printed the others, so it stands last.
    private static readonly string[] Question =
    [
        "rev-parse", "--path-format=absolute", "--is-bare-repository", "--show-object-format",
        "--git-dir", "--git-common-dir", "--show-toplevel",
    ];

    public static async Task<RepositoryDiscovery> FindAsync(
        string folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new TroupeException(ErrorCode.NoRepository, $"The folder '{Printable.Escape(folder)}' does not exist.");
        }

        var variables = GitEnvironment.Scrub(environment, ConfigurationScope.User);
        var result = await GitProgram.RunAsync(Question, GitCall.Plain, folder, variables, cancellationToken);
        var lines = GitPath.Decode(result.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var complete = lines.Length == 5 && result.ExitCode == 0;
        return complete || lines.Length == 4 ? Read(lines) : throw Refusal(folder, result);
    }

    internal static TroupeException Refusal(string folder, ProgramResult result)
    {
        var where = $"'{Printable.Escape(folder)}'";
        var words = result.ErrorText;
        if (words.Contains("dubious ownership", StringComparison.Ordinal) || words.Contains("unsafe repository", StringComparison.Ordinal))
        {
            return new TroupeException(
                ErrorCode.NoRepository,
                $"The repository at {where} belongs to another user, and git refuses it. If you trust it, do as git says: {GitFailure.Words(result)}");
        }

        return words.Contains("not a git repository", StringComparison.Ordinal)
            ? new TroupeException(
                ErrorCode.NoRepository,
                $"{where} is not in a git repository. Go to one, or make one: 'git init'.")
            : new TroupeException(
                ErrorCode.NoRepository,
                $"The repository at {where} cannot be opened: {GitFailure.Words(result)}");
    }

    private static RepositoryDiscovery Read(string[] lines)
    {
        var bare = lines[0] == "true";
        var format = lines[1] switch
        {
            "sha1" => ObjectFormat.Sha1,
            "sha256" => ObjectFormat.Sha256,
            var other => throw new TroupeException(ErrorCode.Git, $"The repository's object format '{Printable.Escape(other)}' is not known here."),
        };
        var workTree = lines.Length == 5 ? lines[4] : null;

        // Inside `.git` itself git knows of no work tree, but the repository has one.
        if (workTree is null && !bare && Path.GetFileName(lines[2]) == ".git")
        {
            workTree = Path.GetDirectoryName(lines[2]);
        }

        return new RepositoryDiscovery(lines[2], lines[3], workTree, bare, format);
    }
}
