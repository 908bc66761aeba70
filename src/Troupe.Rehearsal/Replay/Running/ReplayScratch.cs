using Troupe.Core;
using Troupe.Git;

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// The folder of one case: a bare repository that borrows every object of the source and has refs of its own, a team,
/// and state. It is gone when the case is over.
/// </summary>
internal sealed class ReplayScratch : IDisposable
{
    private const string Branch = "refs/heads/replay";

    private readonly string _folder;

    private ReplayScratch(string folder) => _folder = folder;

    public required GitRepository Repository { get; init; }

    public TeamHome Home => new(Path.Combine(_folder, TeamHome.FolderName));

    public StateHome State => new(Path.Combine(_folder, "state"));

    public static async Task<ReplayScratch> CreateAsync(ReplaySource source, CommitId start, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("troupe-replay-").FullName;
        try
        {
            var repository = await BorrowAsync(source, Path.Combine(folder, "repository.git"), cancellationToken);
            await repository.Refs.UpdateAsync([RefUpdate.Create(Branch, start)], cancellationToken);
            return new ReplayScratch(folder) { Repository = repository };
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<GitRepository> BorrowAsync(ReplaySource source, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var common = source.Repository.CommonDirectory;
        var format = source.Repository.Format == ObjectFormat.Sha256 ? "sha256" : "sha1";
        await new GitExecutor(folder, source.Environment, ConfigurationScope.DirectoryOnly).RunAsync(
            ["init", "--bare", "--quiet", "--template=", "--initial-branch=replay", $"--object-format={format}"],
            GitCall.Plain,
            cancellationToken);
        var information = Path.Combine(folder, "objects", "info");
        Directory.CreateDirectory(information);
        await File.WriteAllTextAsync(
            Path.Combine(information, "alternates"), Path.Combine(common, "objects") + "\n", cancellationToken);
        if (File.Exists(Path.Combine(common, "shallow")))
        {
            // Without it git would look for the parents that a shallow clone does not have.
            File.Copy(Path.Combine(common, "shallow"), Path.Combine(folder, "shallow"));
        }

        return await GitRepository.OpenAsync(folder, source.Environment, cancellationToken);
    }
}
