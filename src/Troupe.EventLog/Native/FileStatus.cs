namespace Troupe.EventLog;

/// <summary>A file's length, and what tells it from any other file of the machine.</summary>
internal readonly record struct FileStatus(long Length, ulong Device, ulong Inode)
{
    public bool IsSameFile(FileStatus other) => (Device, Inode) == (other.Device, other.Inode);
}
