using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>A folder of ours: created for its owner alone, its entries made durable when it matters.</summary>
internal sealed class StorageFolder(ISystemCalls calls, string path)
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A folder within another.</summary>
    public StorageFolder(StorageFolder parent, string name)
        : this(parent.Calls, parent[name])
    {
    }

    public ISystemCalls Calls => calls;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Creates what is missing of the folder, and makes that durable.</summary>
    public void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Logs are kept on Linux and its like; Windows needs system calls of its own.");
        }

        try
        {
            Directory.CreateDirectory(Path, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"Could not create the folder '{Printable.Escape(Path)}': {Printable.Escape(e.Message)}", e);
        }

        SyncFolder(System.IO.Path.GetDirectoryName(Path)!);
    }

    /// <summary>Opens a file in the folder for writing; creates the folder when it is missing.</summary>
    public StorageFile Open(string name, OpenMode mode)
    {
        if (StorageFile.TryOpen(calls, this[name], mode) is { } file)
        {
            return file;
        }

        Create();
        return StorageFile.Open(calls, this[name], mode);
    }

    /// <summary>The folder itself, of which it is certain that it may be written to; it is created when it is missing.</summary>
    public StorageFile OpenToWriteIn()
    {
        if (StorageFile.TryOpen(calls, Path, OpenMode.Read) is not { } folder)
        {
            Create();
            folder = StorageFile.Open(calls, Path, OpenMode.Read);
        }

        try
        {
            NetworkFileSystem.Refuse(calls, folder);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <exception cref="TroupeException">The folder is on a network file system.</exception>
    public void RequireLocal() => OpenToWriteIn().Dispose();

    public StorageFile? TryOpenToRead(string name) => StorageFile.TryOpen(calls, this[name], OpenMode.Read);

    public void Rename(string from, string to) => Move(calls, this[from], this[to]);

    /// <summary>Deletes a file, if it is there.</summary>
    public void Delete(string name)
    {
        try
        {
            File.Delete(this[name]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"Could not delete '{Printable.Escape(this[name])}': {Printable.Escape(e.Message)}", e);
        }
    }

    /// <summary>Gives a file another name, in place of what has it now.</summary>
    public static void Move(ISystemCalls calls, string from, string to)
    {
        var result = calls.Rename(from, to);
        if (result < 0)
        {
            throw StorageError.Of("rename", from, (int)-result);
        }
    }

    /// <summary>Makes new, renamed and deleted entries durable.</summary>
    public void Sync() => SyncFolder(Path);

    /// <summary>Makes the entries of the folder, and the folder's own, durable.</summary>
    public void SyncWithParent()
    {
        Sync();
        SyncFolder(System.IO.Path.GetDirectoryName(Path)!);
    }

    private void SyncFolder(string folder)
    {
        using var entries = StorageFile.Open(calls, folder, OpenMode.Read);
        entries.Sync();
    }
}
