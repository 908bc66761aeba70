using Troupe.Core;

namespace Troupe.Git;

/// <summary>A folder to fill: whatever is in it already could be somebody's work.</summary>
internal static class EmptyFolder
{
    public static void Require(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"The folder '{Printable.Escape(folder)}' is not empty; it is left as it is. Move it away if nobody needs it.");
        }

        Directory.CreateDirectory(folder);
    }
}
