using System.Buffers.Binary;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>
/// Ids of the older vocabulary. A message had one recipient there, so one with several becomes several: the first keeps the id, the
/// others and the numbers of all follow from it, and are the same in every export.
/// </summary>
internal static class V0Numbers
{
    public static RecordId CopyOf(RecordId message, string recipient, bool isFirst) =>
        isFirst ? message : DerivedId.Of("v0-copy", message.ToString(), recipient);

    /// <summary>63 bits from the random end of the id.</summary>
    public static long Of(RecordId copy)
    {
        Span<byte> bytes = stackalloc byte[16];
        copy.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[8..]) & long.MaxValue;
    }

    public static RecordId Event(RecordId copy, string kind, string? tag) => DerivedId.Of("v0-event", copy.ToString(), kind, tag ?? "");
}
