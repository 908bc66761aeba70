using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>A file that is to get an answer: written under another name beside it, and only when it is whole and durable under its own. For its owner alone.</summary>
public sealed class AnswerFile : IDisposable
{
    private readonly string _path;
    private readonly bool _replaces;

    /// <param name="replaces">Whether a file that has the name may be replaced.</param>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.InvalidArgument"/>: there is something of that name. <see cref="ErrorCode.Storage"/>: nothing can be written there.
    /// </exception>
    public AnswerFile(string path, bool replaces)
    {
        (_path, _replaces) = (Path.GetFullPath(path), replaces);
        if (Directory.Exists(_path) || (!replaces && File.Exists(_path)))
        {
            throw Taken();
        }

        Draft = Path.Combine(Path.GetDirectoryName(_path) ?? "/", $".{Path.GetFileName(_path)}.{Path.GetRandomFileName()}.new");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            new FileStream(Draft, options).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(failure);
        }
    }

    /// <summary>Where it is written.</summary>
    public string Draft { get; }

    /// <summary>It is whole: from now on it has its name.</summary>
    /// <exception cref="TroupeException">As of the constructor.</exception>
    public void Publish()
    {
        try
        {
            using (var draft = File.OpenHandle(Draft, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(draft);
            }

            File.Move(Draft, _path, _replaces);
        }
        catch (IOException) when (!_replaces && File.Exists(_path))
        {
            throw Taken();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(failure);
        }
    }

    /// <summary>Leaves nothing of a file that was not published.</summary>
    public void Dispose() => File.Delete(Draft);

    private TroupeException Taken() => new(
        ErrorCode.InvalidArgument,
        Directory.Exists(_path)
            ? $"'{Printable.Escape(_path)}' is a folder: name a file."
            : $"'{Printable.Escape(_path)}' is there already, and nothing was written: name another file, or give --force to replace it.");

    private TroupeException Unwritable(Exception failure) =>
        new(ErrorCode.Storage, $"'{Printable.Escape(_path)}' cannot be written: {Printable.Escape(failure.Message)}", failure);
}
