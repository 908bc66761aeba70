using System.Runtime.InteropServices;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Says what a failed system call means for whoever ran the command.</summary>
internal static class StorageError
{
    /// <param name="doing">What was being done, as in "write to".</param>
    public static TroupeException Of(string doing, string path, int errno) => new(
        ErrorCode.Storage,
        $"Could not {doing} '{Printable.Escape(path)}': {Reason(errno)}");

    private static string Reason(int errno) => errno switch
    {
        Errno.NoSpace or Errno.QuotaExceeded => "the disk is full (or the quota is used up). Nothing was acknowledged: free some space, then repeat.",
        Errno.ReadOnly => "the file system is read-only.",
        Errno.AccessDenied or Errno.NotPermitted => "it is not writable (or readable) for this user. Check its owner and mode.",
        Errno.InputOutput => "the disk reported an error. Check the disk, and copy the folder elsewhere.",
        _ => $"{Marshal.GetPInvokeErrorMessage(errno)} (error {errno}).",
    };
}
