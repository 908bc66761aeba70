using Troupe.Processes.Native;

namespace Troupe.Processes;

/// <summary>A folder that nobody but us may enter.</summary>
internal static unsafe class PrivateFolder
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it anew. False: there is something of that name already, whosever it is, or it cannot be made.</summary>
    public static bool TryMake(string path) => LibC.MakeFolder(path, (uint)Mode) == 0 && IsOurs(path);

    /// <summary>Whether it is a folder, no link to one, and as <see cref="TryMake"/> leaves it.</summary>
    public static bool IsOurs(string path)
    {
        var answer = stackalloc byte[FileStatus.Size];
        return LibC.StatusOf(
                Linux.CurrentFolder, path, Linux.StatusOfLink, Linux.StatusType | Linux.StatusMode | Linux.StatusOwner, answer) == 0
            && FileStatus.KindIn(answer) == EntryKind.Folder
            && FileStatus.PermissionsIn(answer) == Mode
            && FileStatus.OwnerIn(answer) == LibC.EffectiveUser();
    }
}
