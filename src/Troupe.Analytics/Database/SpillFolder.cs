namespace Troupe.Analytics;

/// <summary>
/// Where a query keeps what does not fit into its memory: readable for its owner alone, since it holds mail, and gone with the query.
/// Where no folder can be made, a query has to do with its memory.
/// </summary>
internal sealed class SpillFolder : IDisposable
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public SpillFolder(string parent)
    {
        var path = System.IO.Path.Combine(parent, $"troupe-query-{System.IO.Path.GetRandomFileName()}");
        try
        {
            Path = (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerAlone)).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Path = null;
        }
    }

    public string? Path { get; }

    public void Dispose()
    {
        try
        {
            if (Path is not null)
            {
                Directory.Delete(Path, recursive: true);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The answer is out; the folder of temporary files is cleared by its own rules.
        }
    }
}
