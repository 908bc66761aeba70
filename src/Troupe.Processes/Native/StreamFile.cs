using System.Runtime.InteropServices;
using Troupe.Core;

namespace Troupe.Processes.Native;

/// <summary>A file as a program's standard stream: opened by us, inherited by that program alone.</summary>
internal static class StreamFile
{
    private const int OwnerOnly = 0b110_000_000;

    /// <exception cref="TroupeException">It cannot be opened.</exception>
    public static int OpenToRead(string path) => Open(path, 0);

    /// <exception cref="TroupeException">It cannot be made, or is there already.</exception>
    public static int Create(string path) => Open(path, Linux.OpenWriteOnly | Linux.OpenCreate | Linux.OpenExclusive);

    private static int Open(string path, int flags)
    {
        var descriptor = LibC.Open(path, flags | Linux.OpenCloseOnExec, OwnerOnly);
        return descriptor >= 0
            ? Pipe.AboveStandard(descriptor)
            : throw new TroupeException(
                ErrorCode.Storage,
                $"'{Printable.Escape(path)}' cannot be opened for a program to read or write: "
                + $"{Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
    }
}
