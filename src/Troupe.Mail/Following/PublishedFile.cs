using Troupe.Core;

namespace Troupe.Mail;

/// <summary>A small file beside the log that its readers find whole or not at all, readable by its owner alone.</summary>
public static class PublishedFile
{
    private const long Longest = 16 * 1024 * 1024;

    /// <summary>Null where there is none, or where what is there is not such a file.</summary>
    public static byte[]? TryRead(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= Longest } ? File.ReadAllBytes(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Durable before it has its name, so that a power cut leaves the old content or the new one.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: it cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var draft = $"{path}.{Environment.ProcessId}.new";
        try
        {
            CreateFolder(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(draft, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            TryDelete(draft);
            throw new TroupeException(
                ErrorCode.Storage, $"'{Printable.Escape(path)}' cannot be written: {Printable.Escape(failure.Message)}", failure);
        }
    }

    /// <summary>On a full disk everybody who tries would leave one.</summary>
    private static void TryDelete(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }

    internal static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
