using System.Runtime.InteropServices;

namespace Troupe.Processes.Native;

/// <summary>The answer of statx, which has the same form on every processor.</summary>
internal static unsafe class FileStatus
{
    public const int Size = 256;

    private const int OwnerOffset = 20;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int PermissionMask = 0x1FF;

    public static uint OwnerIn(byte* answer) => MemoryMarshal.Read<uint>(new ReadOnlySpan<byte>(answer + OwnerOffset, sizeof(uint)));

    public static UnixFileMode PermissionsIn(byte* answer) => (UnixFileMode)(ModeIn(answer) & PermissionMask);

    public static EntryKind KindIn(byte* answer) => (ModeIn(answer) & TypeMask) switch
    {
        0x8000 => EntryKind.File,
        0x4000 => EntryKind.Folder,
        0xA000 => EntryKind.Link,
        _ => EntryKind.Special,
    };

    private static ushort ModeIn(byte* answer) => MemoryMarshal.Read<ushort>(new ReadOnlySpan<byte>(answer + ModeOffset, sizeof(ushort)));
}
