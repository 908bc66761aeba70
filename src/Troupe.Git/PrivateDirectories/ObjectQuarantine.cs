using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// A folder beside the objects of a repository that takes a pack until it is whole: git leaves half a pack behind where the disk is full, and
/// this goes with it. Its name is one that git's own garbage collection clears away, should this process be killed.
/// </summary>
internal sealed class ObjectQuarantine : IDisposable
{
    private readonly string _objects;
    private readonly string _folder;

    private ObjectQuarantine(string objects)
    {
        _objects = objects;
        _folder = Path.Combine(objects, $"tmp_objdir-troupe-{Path.GetRandomFileName()}");
    }

    /// <summary>Lets a git command write its objects here.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_OBJECT_DIRECTORY"] = _folder };

    private string Packs => Path.Combine(_folder, "pack");

    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: the repository's objects may not be written to.</exception>
    public static ObjectQuarantine Make(GitRepository repository)
    {
        var quarantine = new ObjectQuarantine(PrivateGitDirectory.ObjectsOf(repository.CommonDirectory));
        quarantine.Write(() => Directory.CreateDirectory(quarantine.Packs));
        return quarantine;
    }

    /// <summary>Moves what came into the repository; no more room is needed for that.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: the repository's packs may not be written to.</exception>
    public void Release() => Write(() =>
    {
        var packs = Path.Combine(_objects, "pack");
        Directory.CreateDirectory(packs);

        // A pack counts from the moment that its index is there: that comes last.
        foreach (var file in Directory.GetFiles(Packs).OrderBy(file => file.EndsWith(".idx", StringComparison.Ordinal)))
        {
            File.Move(file, Path.Combine(packs, Path.GetFileName(file)), overwrite: true);
        }
    });

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Whatever made it impossible has been told, or takes no harm: garbage collection removes it.
        }
    }

    private void Write(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new TroupeException(
                ErrorCode.Git,
                $"No objects can be added to '{Printable.Escape(_objects)}' ({Printable.Escape(failure.Message)}): "
                + "see that the disk has room and that the folder may be written to, then try again.",
                failure);
        }
    }
}
