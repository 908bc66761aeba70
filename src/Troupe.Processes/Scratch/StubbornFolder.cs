namespace Troupe.Processes;

/// <summary>Removes folders in which other people's tools have worked.</summary>
internal static class StubbornFolder
{
    public static void Remove(string folder)
    {
        if (TryDelete(folder))
        {
            return;
        }

        // Some tools protect their caches against deletion. Whatever still resists is left for the next sweep to try again.
        try
        {
            Unprotect(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process removes the same folder, or it is not ours to remove.
        }

        TryDelete(folder);
    }

    private static void Unprotect(string folder)
    {
        if (OperatingSystem.IsWindows() || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return;
        }

        // A folder that nobody may read can be searched only afterwards.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            Unprotect(below);
        }
    }

    private static bool TryDelete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
