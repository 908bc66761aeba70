using System.Runtime.InteropServices;
using Troupe.Core;
using Troupe.Processes.Native;

namespace Troupe.Processes.Starting;

/// <summary>An error number of <c>posix_spawn</c>, in words that say what to do.</summary>
internal static class SpawnFailure
{
    public static TroupeException Describe(int error, string program, string folder)
    {
        var name = Printable.Escape(program);
        return new TroupeException(ErrorCode.Process, error switch
        {
            Linux.ErrorNotExecutable => $"'{name}' is not a program this system can run: a script needs a first line such as '#!/bin/sh'.",
            Linux.ErrorTooBig => $"'{name}' was given more arguments and environment than the system allows: pass long texts in a file or on standard input.",
            Linux.ErrorNoEntry => $"'{name}' cannot be started: the interpreter that its first line names does not exist, or it was removed meanwhile.",
            Linux.ErrorTryAgain or Linux.ErrorNoMemory =>
                $"'{name}' cannot be started: the limit of processes or memory is reached ('ulimit -u'); run fewer programs at once.",
            Linux.ErrorAccess => $"'{name}' cannot be started in '{Printable.Escape(folder)}': permission denied.",
            _ => $"'{name}' cannot be started in '{Printable.Escape(folder)}': {Marshal.GetPInvokeErrorMessage(error)}.",
        });
    }
}
