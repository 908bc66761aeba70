namespace Troupe.EventLog;

/// <summary>A file's length, what tells it from any other file of the machine, and how many names it has (none: it was deleted or replaced).</summary>
internal readonly record struct FileStatus(long Length, ulong Device, ulong Inode, uint Links)
{
    public bool IsSameFile(FileStatus other) => (Device, Inode) == (other.Device, other.Inode);
}
