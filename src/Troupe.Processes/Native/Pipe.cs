using System.Runtime.InteropServices;
using Troupe.Core;

namespace Troupe.Processes.Native;

/// <summary>A pipe whose ends no program inherits, except the one that is given it as a standard stream.</summary>
internal readonly record struct Pipe(int ReadEnd, int WriteEnd)
{
    public static unsafe Pipe Create()
    {
        var ends = stackalloc int[2];
        if (LibC.Pipe(ends, Linux.OpenCloseOnExec) != 0)
        {
            throw new TroupeException(
                ErrorCode.Process,
                $"No pipe can be opened ({Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}): "
                + "raise the limit of open files ('ulimit -n') or run fewer programs at once.");
        }

        return new Pipe(AboveStandard(ends[0]), AboveStandard(ends[1]));
    }

    public static void MakeNonBlocking(int descriptor) =>
        _ = LibC.Control(descriptor, Linux.ControlSetStatus, Linux.OpenNonBlocking);

    // When this process was started with a closed standard stream, a pipe may be given its number; redirecting in the
    // child would then overwrite it.
    public static int AboveStandard(int descriptor)
    {
        if (descriptor > 2)
        {
            return descriptor;
        }

        var moved = LibC.Control(descriptor, Linux.ControlDuplicateCloseOnExec, 3);
        _ = LibC.Close(descriptor);
        return moved;
    }
}
