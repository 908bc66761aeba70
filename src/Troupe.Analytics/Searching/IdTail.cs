using System.Buffers.Binary;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>The last eight bytes of an id, its random end, as a number: enough to tell ids apart in all but constructed cases.</summary>
internal static class IdTail
{
    public static ulong Of(RecordId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }
}
