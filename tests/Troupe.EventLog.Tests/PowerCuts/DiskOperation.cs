namespace Troupe.EventLog.Tests;

/// <summary>What a program did to a disk, in the order in which it did it. A file is known by a number, whatever its name.</summary>
internal abstract record DiskOperation
{
    private DiskOperation()
    {
    }

    public sealed record Create(int File, string Name) : DiskOperation;

    public sealed record Write(int File, long Offset, byte[] Bytes) : DiskOperation;

    public sealed record Cut(int File) : DiskOperation;

    public sealed record Rename(string From, string To) : DiskOperation;

    public sealed record SyncFile(int File) : DiskOperation;

    public sealed record SyncFolder(string Name) : DiskOperation;
}
