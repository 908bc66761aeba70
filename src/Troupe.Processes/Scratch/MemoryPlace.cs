using System.Security.Cryptography;

namespace Troupe.Processes;

/// <summary>A folder in memory in which many programs have theirs, and what one of ours may take up there.</summary>
/// <param name="folder">Everybody may write there.</param>
/// <param name="room">How many bytes one folder of ours may come to hold.</param>
public sealed class MemoryPlace(string folder, Func<long> room)
{
    private const string SystemFolder = "/dev/shm";

    // Whatever lies there counts against the memory of the machine or of the container, and all of it is shared with others.
    private const int Share = 8;
    private const long Most = 256L << 20;

    /// <summary>The system's own, if it is one.</summary>
    public static MemoryPlace System { get; } = new(SystemFolder, RoomInSystem);

    internal string Folder { get; } = folder;

    /// <summary>What a folder of ours is called: nobody else can foresee it.</summary>
    internal Func<string> NewName { get; init; } = () => RandomNumberGenerator.GetHexString(32, lowercase: true);

    internal bool HasRoomFor(long bytes) => bytes <= room();

    /// <param name="free">What is free in the file system.</param>
    /// <param name="memory">What the machine has, or the container may use.</param>
    internal static long RoomIn(long free, long memory) => Math.Min(Most, Math.Min(free, memory) / Share);

    // A collector in a container knows the limit of its control group, and keeps somewhat below it.
    private static long RoomInSystem() =>
        OperatingSystem.IsLinux() && Directory.Exists(SystemFolder) && new DriveInfo(SystemFolder) is { DriveFormat: "tmpfs" } drive
            ? RoomIn(drive.AvailableFreeSpace, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
            : 0;
}
