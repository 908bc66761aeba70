using System.IO.Enumeration;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>
/// Pipes, sockets and devices in a work tree. They can never be part of a change, and git would wait at a pipe that is
/// named like a file of its own (<c>.gitignore</c>), or refuse the whole tree where one stands in a tracked file's place.
/// </summary>
internal static class SpecialFiles
{
    /// <summary>Removes them all, those below nested git directories too, for git reads these.</summary>
    /// <returns>Their paths from the folder.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: one of them cannot be removed.</exception>
    public static IReadOnlyList<string> Remove(string folder)
    {
        try
        {
            var found = Files(folder).Where(path => LeftFile.KindOf(path) == EntryKind.Special).ToList();
            found.ForEach(File.Delete);
            return [.. found.Select(path => Path.GetRelativePath(folder, path))];
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"A pipe, socket or device in '{Printable.Escape(folder)}' cannot be removed, "
                + $"and git may wait at it for ever: {Printable.Escape(obstacle.Message)}",
                obstacle);
        }
    }

    private static FileSystemEnumerable<string> Files(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => entry.ToFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
    };
}
