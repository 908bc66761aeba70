using System.Buffers.Binary;

namespace Troupe.EventLog;

/// <summary>
/// What an index covers. Two slots are written in turn, so that a kill in the middle of a write leaves the other one.
/// </summary>
internal sealed record IndexHeader
{
    public const int SlotLength = 256;
    private const int ChecksumAt = 136;

    public required long Sequence { get; init; }

    /// <summary>Entries that the table has room for: a power of two.</summary>
    public required long Capacity { get; init; }

    public required long Count { get; init; }

    /// <summary>Which file the log was.</summary>
    public required ulong Device { get; init; }

    public required ulong Inode { get; init; }

    /// <summary>The segment is sealed and the index was synced: it is complete, and believed in every boot.</summary>
    public required bool Sealed { get; init; }

    /// <summary>Which segment of the log the file is.</summary>
    public required int Segment { get; init; }

    /// <summary>Every record before this offset is in the table; it is the end of a line.</summary>
    public required long Covered { get; init; }

    /// <summary>Where the last of them begins; -1 when there is none.</summary>
    public required long LastRecord { get; init; }

    /// <summary>The chain value for the next record, in 32 hex digits.</summary>
    public required byte[] Chain { get; init; }

    /// <summary>The last 16 bytes before <see cref="Covered"/>: shows a log that was replaced in place.</summary>
    public required byte[] Tail { get; init; }

    /// <summary>
    /// The boot in which the index was written. While its segment is active it is never synced: after a power cut its pages
    /// may be of any age, so an index of another boot is not believed.
    /// </summary>
    public required Guid Boot { get; init; }

    private static ReadOnlySpan<byte> Magic => "TRPIDX02"u8;

    /// <summary>Whether the log is the file that it was and holds nothing that the index does not cover.</summary>
    public bool IsUpToDate(FileStatus log) => Capacity > 0 && !Sealed && Covered == log.Length && (Device, Inode) == (log.Device, log.Inode);

    public static IndexHeader? Read(ReadOnlySpan<byte> slot)
    {
        if (slot.Length < SlotLength
            || !slot.StartsWith(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(slot[ChecksumAt..]) != Crc32C.Of(slot[..ChecksumAt]))
        {
            return null;
        }

        return new IndexHeader
        {
            Sequence = BinaryPrimitives.ReadInt64LittleEndian(slot[8..]),
            Capacity = BinaryPrimitives.ReadInt64LittleEndian(slot[16..]),
            Count = BinaryPrimitives.ReadInt32LittleEndian(slot[24..]),
            Sealed = slot[28] != 0,
            Device = BinaryPrimitives.ReadUInt64LittleEndian(slot[32..]),
            Inode = BinaryPrimitives.ReadUInt64LittleEndian(slot[40..]),
            Covered = BinaryPrimitives.ReadInt64LittleEndian(slot[48..]),
            LastRecord = BinaryPrimitives.ReadInt64LittleEndian(slot[56..]),
            Chain = slot.Slice(64, 32).ToArray(),
            Tail = slot.Slice(96, 16).ToArray(),
            Boot = new Guid(slot.Slice(112, 16)),
            Segment = BinaryPrimitives.ReadInt32LittleEndian(slot[128..]),
        };
    }

    public byte[] Write()
    {
        var slot = new byte[SlotLength];
        var span = slot.AsSpan();
        Magic.CopyTo(span);
        BinaryPrimitives.WriteInt64LittleEndian(span[8..], Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(span[16..], Capacity);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], checked((int)Count));
        slot[28] = Sealed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt64LittleEndian(span[32..], Device);
        BinaryPrimitives.WriteUInt64LittleEndian(span[40..], Inode);
        BinaryPrimitives.WriteInt64LittleEndian(span[48..], Covered);
        BinaryPrimitives.WriteInt64LittleEndian(span[56..], LastRecord);
        Chain.CopyTo(span[64..]);
        Tail.CopyTo(span[96..]);
        Boot.TryWriteBytes(span[112..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[128..], Segment);
        BinaryPrimitives.WriteUInt32LittleEndian(span[ChecksumAt..], Crc32C.Of(span[..ChecksumAt]));
        return slot;
    }
}
