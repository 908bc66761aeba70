using Troupe.Core;

namespace Troupe.Git;

/// <summary>A folder to fill: whatever is in it already could be somebody's work.</summary>
internal static class EmptyFolder
{
    /// <summary>Gives its absolute path: git runs inside it, where a relative one would mean another place.</summary>
    public static string Require(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"The folder '{Printable.Escape(folder)}' is not empty; it is left as it is. Move it away if nobody needs it.");
        }

        return Directory.CreateDirectory(folder).FullName;
    }
}
