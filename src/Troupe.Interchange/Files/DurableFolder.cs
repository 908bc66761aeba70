using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Troupe.Interchange;

/// <summary>Makes durable what was written to the file system of a folder: contents and names.</summary>
internal static partial class DurableFolder
{
    private const int CloseOnExec = 0x80000;

    /// <exception cref="IOException">The system could not write it.</exception>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            using var opened = new SafeFileHandle(open(folder, CloseOnExec, 0), ownsHandle: true);
            if (opened.IsInvalid || syncfs(opened) != 0)
            {
                throw new IOException($"it cannot be made durable: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
            }
        }
    }

#pragma warning disable IDE1006, SA1300 // named as in the C library
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int syncfs(SafeFileHandle file);
}
