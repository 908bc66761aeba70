using Troupe.Core;
using Troupe.Git;

namespace Troupe.Rehearsal.Demo;

/// <summary>Writes the harbour and its team and commits them. The commit is the same every time, on every machine.</summary>
public static class DemoRepository
{
    private const string Branch = "main";

    /// <param name="folder">A new or empty folder.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: there is something in it.</exception>
    public static async Task<CommitId> CreateAsync(
        string folder, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(folder)}' is not empty: name a new folder for the demo's repository.");
        }

        var tree = new WorkingTree(folder);
        foreach (var (path, text) in HarbourFiles.Write().Concat(DemoTeam.Write()))
        {
            tree.Write(path, text);
        }

        var git = new GitExecutor(Path.Combine(folder, ".git"), environment, ConfigurationScope.DirectoryOnly);
        await RunAsync("init", "--quiet", "--template=", $"--initial-branch={Branch}");
        await RunAsync("config", "user.name", "Harbour Master");
        await RunAsync("config", "user.email", "master@harbour.example");
        await RunAsync("add", "--all");
        await RunAsync("commit", "--quiet", "--message=The harbour");
        return CommitId.Parse(await RunAsync("rev-parse", "HEAD"));

        async Task<string> RunAsync(params string[] arguments)
        {
            var call = new GitCall { WorkingDirectory = folder, Environment = Pinned(folder) };
            return (await git.RunAsync(arguments, call, cancellationToken)).OutputText.Trim();
        }
    }

    private static Dictionary<string, string> Pinned(string folder) => new(StringComparer.Ordinal)
    {
        ["GIT_WORK_TREE"] = folder,
        ["GIT_AUTHOR_DATE"] = "2026-01-01T08:00:00+00:00",
        ["GIT_COMMITTER_DATE"] = "2026-01-01T08:00:00+00:00",
    };
}
