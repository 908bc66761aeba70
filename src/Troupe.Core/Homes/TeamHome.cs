using System.Diagnostics.CodeAnalysis;

namespace Troupe.Core;

/// <summary>
/// The <c>.team</c> folder of the repository one stands in. It is found by plain file reads alone, so that a mail
/// command needs no git process, and it is one folder per repository: from a linked worktree the main checkout's,
/// from a session's checkout the one of the repository that the session belongs to.
/// </summary>
public sealed record TeamHome
{
    /// <summary>The environment variable that names the folder and beats everything else.</summary>
    public const string Variable = "TROUPE_TEAM";

    /// <summary>The file in a session checkout's git directory whose one line is the path of the <c>.team</c> folder.</summary>
    public const string PointerFile = "troupe-team";

    /// <summary>The folder's name in a repository.</summary>
    public const string FolderName = ".team";

    /// <param name="teamFolder">The full path of a <c>.team</c> folder, which need not exist yet.</param>
    public TeamHome(string teamFolder)
    {
        TeamFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(teamFolder));
        RepositoryFolder = Path.GetDirectoryName(TeamFolder) ?? TeamFolder;
    }

    /// <summary>The main checkout: the folder that <see cref="TeamFolder"/> lies in.</summary>
    public string RepositoryFolder { get; }

    public string TeamFolder { get; }

    public string MailFolder => Path.Combine(TeamFolder, "mail");

    public string SprintsFolder => Path.Combine(TeamFolder, "sprints");

    public string PersonasFolder => Path.Combine(TeamFolder, "personas");

    public string SettingsFile => Path.Combine(TeamFolder, "troupe.toml");

    // A folder that somebody named by mistake must not be filled with logs.
    private bool IsThere => Path.GetFileName(TeamFolder) == FolderName
        ? Directory.Exists(TeamFolder)
        : Directory.Exists(PersonasFolder) || File.Exists(SettingsFile);

    /// <exception cref="TroupeException"><see cref="ErrorCode.NoRepository"/>: there is none; the message says what to do.</exception>
    public static TeamHome Find(string startFolder, IReadOnlyDictionary<string, string> environment)
    {
        var candidate = Locate(startFolder, environment);
        return candidate is { IsThere: true }
            ? candidate
            : throw new TroupeException(ErrorCode.NoRepository, Absence(candidate, startFolder, environment));
    }

    public static bool TryFind(
        string startFolder, IReadOnlyDictionary<string, string> environment, [NotNullWhen(true)] out TeamHome? home)
    {
        home = Locate(startFolder, environment);
        if (home is not { IsThere: true })
        {
            home = null;
        }

        return home is not null;
    }

    /// <summary>Where the folder is, or would be written by <c>troupe init</c>; null outside every repository.</summary>
    public static TeamHome? Locate(string startFolder, IReadOnlyDictionary<string, string> environment)
    {
        var start = Path.GetFullPath(startFolder);
        if (environment.GetValueOrDefault(Variable) is { Length: > 0 } named)
        {
            return new TeamHome(Path.GetFullPath(named, start));
        }

        string? loose = null;
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var here = Path.Combine(folder, FolderName);
            if (GitCheckout.TryOpen(folder, out var checkout))
            {
                // A submodule without a team of its own belongs to the team of the repository around it.
                if (checkout.IsSeparate && !Directory.Exists(here) && GitCheckout.TryFind(Path.GetDirectoryName(folder) ?? "/", out _))
                {
                    continue;
                }

                return Of(checkout);
            }

            if (loose is null && Directory.Exists(here))
            {
                // Inside a repository only its own top folder counts: a sample's `.team` is not the team.
                loose = here;
            }
        }

        return loose is null ? null : new TeamHome(loose);
    }

    private static TeamHome Of(GitCheckout checkout) =>
        PlainLine.Read(Path.Combine(checkout.GitDirectory, PointerFile)) is { } pointed
            ? new TeamHome(Path.GetFullPath(pointed, checkout.Folder))
            : new TeamHome(Path.Combine(checkout.MainFolder, FolderName));

    private static string Absence(TeamHome? candidate, string startFolder, IReadOnlyDictionary<string, string> environment)
    {
        if (candidate is null)
        {
            var start = Path.GetFullPath(startFolder);
            return IsBare(start)
                ? Bare(start)
                : $"'{Printable.Escape(start)}' is in no git repository: go to one and run 'troupe init'.";
        }

        var folder = Printable.Escape(candidate.TeamFolder);
        return environment.GetValueOrDefault(Variable) is { Length: > 0 }
            ? $"{Variable} names '{folder}', and {(Directory.Exists(candidate.TeamFolder) ? "that is no team: it has no personas and no troupe.toml" : "there is no such folder")}. Correct or unset it."
            : $"There is no '{folder}': run 'troupe init' to write it, or check out a branch that has it.";
    }

    /// <summary>That a team cannot live in a bare repository, and what to do.</summary>
    public static string Bare(string folder) =>
        $"'{Printable.Escape(folder)}' is a bare repository, and a team needs one with a checkout: clone it, and go there. 'troupe weave' works here.";

    /// <summary>Whether the folder itself is a bare repository, as far as its files tell.</summary>
    public static bool IsBare(string folder) =>
        File.Exists(Path.Combine(folder, "HEAD")) && Directory.Exists(Path.Combine(folder, "objects")) && Directory.Exists(Path.Combine(folder, "refs"));
}
