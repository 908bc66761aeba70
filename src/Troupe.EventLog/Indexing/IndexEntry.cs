using System.Buffers.Binary;

namespace Troupe.EventLog;

/// <summary>One entry: the hash of an id or a dedup key, and where its record begins. 16 bytes; an empty one is all zeros.</summary>
internal readonly record struct IndexEntry(ulong Hash, long Place)
{
    public const int Length = 16;

    public bool IsEmpty => Place == 0;

    /// <summary>Where the record begins.</summary>
    public Position Position => new((int)((Place - 1) >> 40), (Place - 1) & ((1L << 40) - 1));

    public static IndexEntry Of(ulong hash, Position position) => new(hash, (((long)position.Segment << 40) | position.Offset) + 1);

    public static IndexEntry Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]));

    /// <summary>The last eight bytes of an id are its random ones; mixing serves ids that a caller counted up.</summary>
    public static ulong HashOf(RecordId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes);
        var mixed = (BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0x9e3779b97f4a7c15;
        return mixed ^ (mixed >> 29);
    }

    /// <param name="escapedKey">The dedup key as it stands in the record.</param>
    public static ulong HashOf(ReadOnlySpan<byte> escapedKey)
    {
        Span<byte> digest = stackalloc byte[Sha256Hasher.DigestLength];
        var hasher = new Sha256Hasher();
        hasher.Append(escapedKey);
        hasher.Finish(digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Hash);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], Place);
    }
}
