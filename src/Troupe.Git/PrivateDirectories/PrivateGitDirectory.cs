using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// A bare git directory of our own that sees every object of a repository and none of its refs, settings or hooks. What is merged
/// in it depends on the repository's objects alone, never on the user's checkout, configuration or machine; what is written in it
/// reaches the repository only when it is published.
/// </summary>
public sealed class PrivateGitDirectory : IAsyncDisposable
{
    private readonly GitRepository _repository;

    private PrivateGitDirectory(GitRepository repository, string folder)
    {
        _repository = repository;
        Folder = Path.GetFullPath(folder);
        Git = repository.Git.For(Folder, ConfigurationScope.DirectoryOnly);
        Writer = new ObjectWriter(Path.Combine(Folder, "objects"), repository.Format);
    }

    public string Folder { get; }

    public GitExecutor Git { get; }

    /// <summary>The attributes that count here, byte for byte as Latin-1.</summary>
    public string Attributes => BareLayout.ReadAttributes(Folder);

    /// <summary>Writes objects into this directory without starting git.</summary>
    public ObjectWriter Writer { get; }

    /// <summary>A writer whose objects git sees only after <see cref="ObjectWriter.Flush"/>.</summary>
    public ObjectWriter GatheringWriter() => ObjectWriter.Gathering(ObjectsOf(Folder), _repository.Format);

    /// <param name="folder">Where it is made; it must not exist yet. It is removed when this is disposed.</param>
    /// <param name="attributesFrom">The commit whose <c>.gitattributes</c> count, whatever is checked out anywhere.</param>
    /// <param name="rules">Which files are merged in another way than line by line.</param>
    public static async Task<PrivateGitDirectory> CreateAsync(
        GitRepository repository,
        string folder,
        CommitId attributesFrom,
        MergeRules rules,
        CancellationToken cancellationToken)
    {
        BareLayout.Write(folder, new BareLayout.Content
        {
            Format = repository.Format,
            Alternates = [ObjectsOf(repository.CommonDirectory)],
            Settings = BareLayout.MergeSettings,
            ShallowFile = Path.Combine(repository.CommonDirectory, "shallow"),
        });
        var directory = new PrivateGitDirectory(repository, folder);
        try
        {
            var attributes = await TreeAttributes.ReadAsync(repository.Git, attributesFrom, cancellationToken);
            BareLayout.WriteAttributes(folder, MergePatterns.AppendTo(attributes, rules));
            MergeDrivers.Write(directory.Folder, rules.Drivers);
            return directory;
        }
        catch
        {
            await directory.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Copies what <paramref name="tip"/> needs and the repository lacks into the repository, as one synced pack, and checks that
    /// the repository then has all of it. No ref is moved; do that next, before a garbage collection finds them unreferenced.
    /// </summary>
    /// <param name="packFolder">On a disk with room for the pack, which may be larger than memory.</param>
    public Task PublishObjectsAsync(CommitId tip, string packFolder, CancellationToken cancellationToken) =>
        ObjectTransfer.PublishAsync(Git, _repository, tip, packFolder, GitCall.Plain, cancellationToken);

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    internal static string ObjectsOf(string gitDirectory) => Path.Combine(gitDirectory, "objects");
}
