namespace Troupe.Processes;

/// <summary>
/// A folder in memory that belongs to a scratch folder and goes with it. A link in the scratch folder names it, so that it is found
/// after a crash too. Making and removing hundreds of small files there takes no turn of the disk's journal.
/// </summary>
internal static class MemoryFolder
{
    private const string Prefix = "troupe-";
    private const string Link = "memory";
    private const int Attempts = 4;

    /// <param name="scratchFolder">It exists, and nobody else can look into the folder that it is in.</param>
    /// <returns>Null: there is no such place, or not enough room there.</returns>
    public static string? TryMake(string scratchFolder, MemoryPlace place, long bytes)
    {
        try
        {
            for (var i = 0; place.HasRoomFor(bytes) && i < Attempts; i++)
            {
                // The link comes first, so that nothing is left unnamed. What has the name already is somebody's trap, or our own.
                var folder = Path.Combine(place.Folder, Prefix + place.NewName());
                File.CreateSymbolicLink(LinkIn(scratchFolder), folder);
                if (PrivateFolder.TryMake(folder))
                {
                    return folder;
                }

                File.Delete(LinkIn(scratchFolder));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The disk is slower, and does as well.
        }

        return null;
    }

    /// <summary>Removes the one that belongs to the scratch folder, if there is one.</summary>
    public static void Remove(string scratchFolder)
    {
        if (new FileInfo(LinkIn(scratchFolder)).LinkTarget is not { } target)
        {
            return;
        }

        // Where we were killed before it was made, somebody else may have made one.
        if (Path.GetFileName(target).StartsWith(Prefix, StringComparison.Ordinal) && PrivateFolder.IsOurs(target))
        {
            StubbornFolder.Remove(target);
        }

        File.Delete(LinkIn(scratchFolder));
    }

    private static string LinkIn(string scratchFolder) => Path.Combine(scratchFolder, Link);
}
