namespace Troupe.Weaving;

/// <summary>
/// The folder of one weave, with a locked file beside it for as long as the weave lives. The lock ends with its process, however
/// that ends: a folder whose lock is free was left behind.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string LockEnding = ".lock";

    private readonly FileStream _lock;

    private ScratchFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    /// <summary>Makes a new one, and removes those that nobody owns any more.</summary>
    public static ScratchFolder Create(string parent)
    {
        Directory.CreateDirectory(parent);
        foreach (var file in Directory.EnumerateFiles(parent, "weave-*" + LockEnding))
        {
            using var abandoned = TryOwn(file[..^LockEnding.Length], FileMode.Open);
        }

        // Another process that tidies up may see the new lock before it is taken: then that one has it, and this takes another.
        var scratch = TryOwn(NewPath(parent), FileMode.CreateNew) ?? Own(NewPath(parent), FileMode.CreateNew);
        Directory.CreateDirectory(scratch.Path);
        return scratch;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        File.Delete(_lock.Name);
        _lock.Dispose();
    }

    private static string NewPath(string parent) => System.IO.Path.Combine(parent, $"weave-{Guid.CreateVersion7():N}");

    // Null: somebody else has it, or has just removed it.
    private static ScratchFolder? TryOwn(string path, FileMode mode)
    {
        try
        {
            return Own(path, mode);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static ScratchFolder Own(string path, FileMode mode) =>
        new(path, new FileStream(path + LockEnding, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
}
