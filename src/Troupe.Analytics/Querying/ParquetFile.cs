using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>A Parquet file that is to be written: under another name, and only when it is whole and durable under its own. For its owner alone.</summary>
public sealed class ParquetFile : IDisposable
{
    private readonly string _path;

    /// <exception cref="TroupeException">There is no such folder, or nothing can be written to it.</exception>
    public ParquetFile(string path)
    {
        _path = Path.GetFullPath(path);
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
            throw new TroupeException(ErrorCode.Storage, $"'{Printable.Escape(_path)}' cannot be written: {Printable.Escape(failure.Message)}", failure);
        }
    }

    /// <summary>Where it is written.</summary>
    public string Draft { get; }

    /// <summary>It is whole: from now on it has its name, in place of what had it.</summary>
    public void Publish()
    {
        using (var draft = File.OpenHandle(Draft, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(draft);
        }

        File.Move(Draft, _path, overwrite: true);
    }

    /// <summary>Leaves nothing of a file that was not published.</summary>
    public void Dispose() => File.Delete(Draft);
}
