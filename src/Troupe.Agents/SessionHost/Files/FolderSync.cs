using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Troupe.Agents;

/// <summary>Makes the entries of a folder durable: a renamed file is lost with the power until its folder is synced, too.</summary>
internal static partial class FolderSync
{
    private const int CloseOnExec = 0x80000;

    /// <exception cref="IOException">It could not be done.</exception>
    public static void Sync(string folder)
    {
        // The runtime does not open folders.
        using var entries = Open(folder, CloseOnExec, 0);
        if (entries.IsInvalid || Synchronise(entries) != 0)
        {
            throw new IOException($"the folder '{folder}' cannot be synced: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronise(SafeFileHandle file);
}
