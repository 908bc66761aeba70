using System.Text;
using Troupe.Core;

namespace Troupe.Cli.Init;

/// <summary>A file of the user's that is changed whole or not at all, and keeps its mode. A link stays one: what it leads to is changed.</summary>
internal static class HookFile
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where there is no such file.</summary>
    public static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? Utf8.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new TroupeException(ErrorCode.InvalidSettings, $"'{Printable.Escape(path)}' cannot be read: {Printable.Escape(failure.Message)}", failure);
        }
    }

    /// <summary>Whether the system would run it; on Windows a file has no such mode.</summary>
    public static bool IsExecutable(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None;

    /// <param name="text">Empty: the file is removed, and its folder if nothing else is in it.</param>
    /// <param name="executable">It becomes so, whatever it was; else it stays what it was.</param>
    public static void Write(string path, string text, bool executable)
    {
        var target = path;
        try
        {
            target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            if (text.Length == 0)
            {
                Remove(target);
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            HookDraft.Publish(target, Utf8.GetBytes(text), executable ? Executable : UnixFileMode.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"'{Printable.Escape(target)}' cannot be written: {Printable.Escape(failure.Message)}", failure);
        }
    }

    private static void Remove(string path)
    {
        File.Delete(path);
        var folder = Path.GetDirectoryName(path)!;
        if (Path.GetFileName(folder).StartsWith('.') && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
