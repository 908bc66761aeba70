using System.Security.Cryptography;

namespace Troupe.Processes;

/// <summary>
/// A folder in memory that belongs to a scratch folder and goes with it. A link in the scratch folder names it, so that it is found
/// after a crash too. Making and removing hundreds of small files there takes no turn of the disk's journal.
/// </summary>
internal static class MemoryFolder
{
    private const string Place = "/dev/shm";
    private const string Prefix = "troupe-";
    private const string Link = "memory";

    // A small one, as containers have, must not run full: then the disk is the better place.
    private const long Room = 1L << 30;

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="scratchFolder">It exists.</param>
    /// <returns>Null: the system has no such place, or not enough room there.</returns>
    public static string? TryMake(string scratchFolder)
    {
        try
        {
            if (!OperatingSystem.IsLinux() || !HasRoom())
            {
                return null;
            }

            // Everybody may write to this place: nobody can foresee the name. The link comes first, so that nothing is left unnamed.
            var folder = Path.Combine(Place, Prefix + RandomNumberGenerator.GetHexString(32, lowercase: true));
            File.CreateSymbolicLink(Path.Combine(scratchFolder, Link), folder);
            Directory.CreateDirectory(folder, Private);
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes the one that belongs to the scratch folder, if there is one.</summary>
    public static void Remove(string scratchFolder)
    {
        if (new FileInfo(Path.Combine(scratchFolder, Link)).LinkTarget is { } target
            && Path.GetDirectoryName(target) == Place && Path.GetFileName(target).StartsWith(Prefix, StringComparison.Ordinal))
        {
            StubbornFolder.Remove(target);
        }
    }

    private static bool HasRoom() =>
        Directory.Exists(Place) && new DriveInfo(Place) is { DriveFormat: "tmpfs", AvailableFreeSpace: >= Room };
}
