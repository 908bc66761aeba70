using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Troupe.Processes.Native;

namespace Troupe.Processes;

/// <summary>
/// Files in folders that a program could write to. It may have put anything in their place: a pipe would keep a reader
/// waiting, a link would lead him out of the folder.
/// </summary>
public static class LeftFile
{
    private const int LongestText = 512 * 1024 * 1024;

    public static unsafe EntryKind KindOf(string path)
    {
        var answer = stackalloc byte[FileStatus.Size];
        return LibC.StatusOf(Linux.CurrentFolder, path, Linux.StatusOfLink, Linux.StatusType, answer) == 0
            ? FileStatus.KindIn(answer)
            : EntryKind.None;
    }

    /// <returns>Null: there is nothing of that name, or it is no regular file.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static unsafe FileStream? TryOpen(string path)
    {
        // Without waiting, should it be a pipe after all; whether it is one is asked of what was opened, not of the name.
        var descriptor = LibC.Open(path, Linux.OpenNoFollow | Linux.OpenNonBlocking | Linux.OpenCloseOnExec, 0);
        if (descriptor < 0)
        {
            var reason = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
            return KindOf(path) == EntryKind.File ? throw new IOException($"'{path}' cannot be opened: {reason}.") : null;
        }

        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        var answer = stackalloc byte[FileStatus.Size];
        if (LibC.StatusOf(descriptor, "", Linux.StatusOfDescriptor, Linux.StatusType, answer) != 0
            || FileStatus.KindIn(answer) != EntryKind.File)
        {
            file.Dispose();
            return null;
        }

        return new FileStream(file, FileAccess.Read, bufferSize: 0);
    }

    /// <returns>Null: there is nothing of that name, or it is no regular file, or too large to be what is looked for.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[]? TryRead(string path)
    {
        using var file = TryOpen(path);
        if (file is null || file.Length > LongestText)
        {
            return null;
        }

        var content = new byte[file.Length];
        return content.AsSpan(0, file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)).ToArray();
    }
}
