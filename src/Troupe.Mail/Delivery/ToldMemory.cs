using System.Text;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// What one conversation with an agent has been told. Its hooks run before each prompt and after each tool, several at once too, and all of it
/// stays before the model: so everything is told once. A file beside the log holds a line for each thing told; whoever has
/// it open has it alone. What was told but not remembered, because of a crash in between, is told again.
/// </summary>
public sealed class ToldMemory : IDisposable
{
    /// <summary>The names of an agent and of a persona, and an id that is not too strange.</summary>
    private const int LongestName = 160;

    private const int Attempts = 20;

    /// <summary>Who has the file prints a few lines and is done.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>No conversation goes on after it has said nothing for so long.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly FileStream _file;
    private readonly HashSet<string> _told;

    private ToldMemory(FileStream file, HashSet<string> told) => (_file, _told) = (file, told);

    /// <param name="name">Of the conversation and of whose mail it is; it becomes the name of the file.</param>
    /// <returns>Null: nothing can be remembered here, or the name is none.</returns>
    public static async Task<ToldMemory?> TryOpenAsync(string folder, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (name.Length > LongestName || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            return null;
        }

        try
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                PublishedFile.CreateFolder(folder);
                Forget(folder, now - Kept);
            }

            return await OpenAsync(path, cancellationToken) is { } file ? new ToldMemory(file, Lines(file)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool Knows(string thing) => _told.Contains(thing);

    /// <summary>To be called when it was told.</summary>
    public void Remember(IEnumerable<string> things)
    {
        try
        {
            // A line that a crash cut short is ended first.
            _file.Write(Encoding.UTF8.GetBytes("\n" + string.Concat(things.Where(_told.Add).Select(thing => thing + "\n"))));
            _file.Flush();
        }
        catch (IOException)
        {
            // A full disk: it is told again, which is better than never.
        }
    }

    public void Dispose() => _file.Dispose();

    private static async Task<FileStream?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static HashSet<string> Lines(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return new HashSet<string>(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }

    private static void Forget(string folder, DateTimeOffset before)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
        {
            file.Delete();
        }
    }
}
