using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>Files and folders that only their owner reads, as the log's own are. A file appears whole, under its name, or not at all.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnersFolder);
        }
    }

    public static FileStream Create(string path) => Create(path, bufferSize: 64 * 1024, FileShare.Read);

    /// <summary>Writes a whole file, not yet durably.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        // A buffer and a lock would cost as much as the file itself.
        using var file = Create(path, bufferSize: 0, FileShare.ReadWrite);
        file.Write(content);
    }

    /// <summary>Writes beside the place and then, durably, takes its name.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var draft = DraftOf(path);
        using (var file = Create(draft))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Hidden, so that no reader of the folder takes a draft for mail.</summary>
    public static string DraftOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.new");

    /// <summary>What the system says against it becomes an error that names the place.</summary>
    public static TroupeException Failure(string what, string path, Exception problem) => new(
        ErrorCode.Storage, $"{what} '{Printable.Escape(path)}' cannot be written ({Printable.Escape(problem.Message)}): give a folder that can.", problem);

    private static FileStream Create(string path, int bufferSize, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = bufferSize, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new FileStream(path, options);
    }
}
