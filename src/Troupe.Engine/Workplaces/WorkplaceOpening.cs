using Troupe.Agents;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Forges;
using Troupe.Git;
using Troupe.Mail;
using Troupe.Personas;

namespace Troupe.Engine;

/// <summary>Opens the workplace of the repository that one stands in.</summary>
public static class WorkplaceOpening
{
    private const string BlobsFolder = "blobs";

    /// <param name="folder">Any folder of the repository, of a linked worktree or of a session's checkout.</param>
    /// <param name="environment">The caller's variables.</param>
    /// <param name="host">How to start the process that a session lives in.</param>
    /// <exception cref="TroupeException">No repository, no <c>.team</c>, or settings or personas that cannot be read.</exception>
    public static async Task<Workplace> OpenAsync(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        HostProgram host,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var home = TeamHome.Find(folder, environment);
        var repository = await GitRepository.OpenAsync(home.RepositoryFolder, environment, cancellationToken);
        if (repository.IsBare)
        {
            throw new TroupeException(ErrorCode.NoRepository, TeamHome.Bare(home.RepositoryFolder));
        }

        var state = StateHome.For(repository.CommonDirectory, environment);
        var settings = Settings.Load(home);
        return new Workplace
        {
            Home = home,
            State = state,
            Repository = repository,
            Settings = settings,
            Roster = Roster.Load(home),
            SprintLog = new FileEventLog(home.SprintsFolder, time),
            Blobs = new FileBlobStore(Path.Combine(home.SprintsFolder, BlobsFolder)),
            Lease = new FileLease(state.Folder),
            PostOffice = PostOffice.Open(home, time),
            Agents = new SettingsAgents(
                settings,
                new CommandAgent("command", state.SessionsFolder, host, environment, time),
                new AgentPrograms(settings, environment, host)),
            Forge = new LocalForge(repository),
            Environment = environment,
            Time = time,
        };
    }
}
