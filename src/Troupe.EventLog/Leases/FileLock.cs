using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// A lock on a whole file that belongs to whoever has opened it: it dies with its process, and no program that is started inherits it.
/// Whether somebody holds it can be asked without taking it, so that asking never stands in its owner's way.
/// </summary>
public sealed class FileLock : IDisposable
{
    private readonly StorageFile _file;

    private FileLock(StorageFile file) => _file = file;

    /// <returns>Null: somebody else holds it.</returns>
    /// <exception cref="TroupeException">The file cannot be opened, or its file system has no such locks.</exception>
    public static FileLock? TryAcquire(string path)
    {
        var file = StorageFile.Open(LinuxCalls.Instance, path, OpenMode.ReadWrite);
        try
        {
            if (file.TryLease())
            {
                return new FileLock(file);
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    /// <summary>False where there is no such file.</summary>
    /// <exception cref="TroupeException">The file is there and cannot be opened, so that nobody knows.</exception>
    public static bool IsHeld(string path)
    {
        using var file = StorageFile.TryOpen(LinuxCalls.Instance, path, OpenMode.Read);
        return file is not null && file.IsLeased();
    }

    public void Dispose()
    {
        _file.EndLease();
        _file.Dispose();
    }
}
