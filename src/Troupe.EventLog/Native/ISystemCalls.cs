using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog;

/// <summary>
/// The system calls that durability rests on, one method each, so that a test can let any of them fail, be interrupted or
/// do less than asked. Every result is zero or more, or minus the errno.
/// </summary>
internal interface ISystemCalls
{
    /// <returns>A descriptor, never inherited by children.</returns>
    long Open(string path, OpenMode mode);

    long Read(SafeFileHandle file, Span<byte> into, long offset);

    /// <summary>One write at the place that the descriptor's mode says: the end, for <see cref="OpenMode.Append"/>.</summary>
    long Write(SafeFileHandle file, ReadOnlySpan<byte> bytes);

    long WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset);

    long SetLength(SafeFileHandle file, long length);

    /// <summary>Makes a file's data and length durable, or the entries of a folder.</summary>
    long Sync(SafeFileHandle file);

    /// <summary>Waits for the exclusive lock of a file; it belongs to this descriptor and ends with it.</summary>
    long Lock(SafeFileHandle file);

    /// <summary>
    /// Takes the lease lock of a file, or says EWOULDBLOCK. It belongs to this descriptor and ends with it, like the lock above,
    /// but somebody else can ask about it without taking it.
    /// </summary>
    long TryLease(SafeFileHandle file);

    /// <summary>
    /// Gives the lease lock back. Closing alone may come too late: a child that was just forked shares the open file until it starts
    /// its program.
    /// </summary>
    long EndLease(SafeFileHandle file);

    /// <returns>1: somebody holds the lease lock; 0: nobody does.</returns>
    long IsLeased(SafeFileHandle file);

    long Unlock(SafeFileHandle file);

    long Status(SafeFileHandle file, out FileStatus status);

    /// <summary>Of the file that has a name now.</summary>
    /// <param name="folder">Where a name without a path is looked up.</param>
    long Status(SafeFileHandle folder, string path, out FileStatus status);

    long Rename(string from, string to);

    /// <returns>What kind of file system holds a file, by the numbers of statfs(2).</returns>
    long FileSystemType(SafeFileHandle file);
}
