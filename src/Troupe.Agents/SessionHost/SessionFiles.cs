using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Troupe.Core;

namespace Troupe.Agents;

/// <summary>Reads and writes the small files of a session folder, each whole or not at all.</summary>
internal static class SessionFiles
{
    private const string DraftEnding = ".new";

    public static void Write<T>(string path, T value, JsonTypeInfo<T> type) =>
        Write(path, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public static void Write(string path, DateTimeOffset time) => Write(path, time.ToString("O", CultureInfo.InvariantCulture) + "\n");

    /// <summary>Prompts quote mail and code, which is nobody else's business.</summary>
    public static void CreatePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
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
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: it holds something else.</exception>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type) ?? throw new JsonException("It holds null.");
        }
        catch (JsonException damage)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"'{Printable.Escape(path)}' is damaged ({Printable.Escape(damage.Message)}): look at the session's checkout beside it, then move the session folder away.",
                damage);
        }
    }

    /// <returns>Null when there is no such file, or no time in it.</returns>
    public static DateTimeOffset? ReadTime(string path) =>
        File.Exists(path)
        && DateTimeOffset.TryParse(File.ReadAllText(path).Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <summary>Frees the disk. A folder that an agent has made undeletable is left: it is in nobody's way.</summary>
    public static void RemoveIfPossible(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
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
        if (Directory.Exists(folder))
        {
            Directory.EnumerateFiles(folder, "*" + DraftEnding).ToList().ForEach(File.Delete);
        }
    }

    private static void Write(string path, byte[] content)
    {
        var draft = Draft(path);
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    // A name of its own for every writer: two may write the same file at once, and each must rename what it wrote itself.
    private static string Draft(string path) => $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}{DraftEnding}";
}
