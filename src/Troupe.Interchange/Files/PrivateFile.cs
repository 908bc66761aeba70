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

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes beside the place and then takes its name.</summary>
    public static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var draft = DraftOf(path);
        await using (var file = Create(draft))
        {
            await file.WriteAsync(content, cancellationToken);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Hidden, so that no reader of the folder takes a draft for mail.</summary>
    public static string DraftOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.new");

    /// <summary>What the system says against it becomes an error that names the place.</summary>
    public static TroupeException Failure(string what, string path, Exception problem) => new(
        ErrorCode.Storage, $"{what} '{Printable.Escape(path)}' cannot be written ({Printable.Escape(problem.Message)}): give a folder that can.", problem);
}
