using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>Reads and writes the small files of a session folder, each whole or not at all.</summary>
internal static class SessionFiles
{
    private const string DraftEnding = ".new";

    public static void Write<T>(string path, T value, JsonTypeInfo<T> type) =>
        Write(path, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public static void Write(string path, DateTimeOffset time) => Write(path, time.ToString("O", CultureInfo.InvariantCulture) + "\n");

    /// <summary>Prompts quote mail and code, which is nobody else's business. One that is there is made private again.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: it cannot be made.</exception>
    public static void CreatePrivateFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Agent, $"The folder '{Printable.Escape(path)}' cannot be made: {Printable.Escape(failure.Message)}", failure);
        }
    }

    /// <summary>For what may be lost with the power: readers see it whole, but nobody waits for the disk.</summary>
    public static void WriteLightly(string path, DateTimeOffset time)
    {
        var draft = Draft(path);
        File.WriteAllText(draft, time.ToString("O", CultureInfo.InvariantCulture) + "\n");
        File.Move(draft, path, overwrite: true);
    }

    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: it holds something else, or cannot be read.</exception>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return LeftFile.TryRead(path) is not { } content
                ? null
                : JsonSerializer.Deserialize(content, type) ?? throw new JsonException("It holds null.");
        }
        catch (Exception damage) when (damage is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Agent,
                $"'{Printable.Escape(path)}' is damaged ({Printable.Escape(damage.Message)}): look at the session's checkout beside it, then move the session folder away.",
                damage);
        }
    }

    /// <summary>For files that an agent could reach: what it made of them is no reason for anybody else to stop.</summary>
    /// <returns>Null when there is no such file, or something else in it.</returns>
    public static T? TryRead<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return Read(path, type);
        }
        catch (TroupeException)
        {
            return null;
        }
    }

    /// <summary>An agent may have removed the file that says so; then the rest of the folder still does.</summary>
    public static bool WasLaunched(SessionFolder folder) =>
        ReadTime(folder.LaunchedFile) is not null || File.Exists(folder.StartedFile) || Directory.Exists(folder.Checkout);

    public static bool HasEnded(SessionFolder folder) => TryRead(folder.ExitFile, SessionJson.Default.SessionExit) is not null;

    /// <returns>Null when there is no such file, or no time in it.</returns>
    public static DateTimeOffset? ReadTime(string path)
    {
        try
        {
            return LeftFile.TryRead(path) is { } content
                && DateTimeOffset.TryParse(
                    Encoding.UTF8.GetString(content).Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    ? time
                    : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The folder as we made it, so that the session's end can be written: an agent may have removed it, protected it, or
    /// put a folder where <c>exit.json</c> belongs.
    /// </summary>
    public static void Reclaim(SessionFolder folder)
    {
        CreatePrivateFolder(folder.Path);
        RemoveIfPossible(folder.ExitFile);
    }

    /// <summary>Removes a folder, or whatever stands in its place. One that an agent has made undeletable is left: it is in nobody's way.</summary>
    public static void RemoveIfPossible(string folder)
    {
        try
        {
            if (LeftFile.KindOf(folder) == EntryKind.Folder)
            {
                Directory.Delete(folder, recursive: true);
            }
            else
            {
                File.Delete(folder);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Nothing depends on it, and the next sprint does not use it.
        }
    }

    /// <summary>Removes what writers that were killed left half written. For a session that nobody writes to any more.</summary>
    public static void RemoveDrafts(string folder)
    {
        try
        {
            Directory.EnumerateFiles(folder, "*" + DraftEnding).ToList().ForEach(File.Delete);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // They are in nobody's way.
        }
    }

    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: it cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            var draft = Draft(path);
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            FolderSync.Sync(Path.GetDirectoryName(path)!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Agent,
                $"'{Printable.Escape(path)}' cannot be written ({Printable.Escape(failure.Message)}): see that the disk has room and that the folder may be written to.",
                failure);
        }
    }

    // A name of its own for every writer: two may write the same file at once, and each must rename what it wrote itself. The
    // file's own name is no part of it: a letter's may be as long as a name can be.
    private static string Draft(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{Environment.ProcessId}-{Environment.CurrentManagedThreadId}{DraftEnding}");
}
