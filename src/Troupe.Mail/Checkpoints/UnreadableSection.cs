using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Records that make no sense, one after the other: place, id, length of the reason, reason.</summary>
internal static class UnreadableSection
{
    private const int Fixed = sizeof(ulong) + 16 + sizeof(int);

    public static byte[] Write(IEnumerable<UnreadableRecord> records)
    {
        var into = new ArrayBufferWriter<byte>();
        foreach (var record in records)
        {
            var row = into.GetSpan(Fixed);
            BinaryPrimitives.WriteUInt64LittleEndian(row, PackedPlace.Of(record.Position));
            record.Id.Value.TryWriteBytes(row[8..], bigEndian: true, out _);
            BinaryPrimitives.WriteInt32LittleEndian(row[24..], Encoding.UTF8.GetByteCount(record.Reason));
            into.Advance(Fixed);
            Encoding.UTF8.GetBytes(record.Reason, into);
        }

        return into.WrittenSpan.ToArray();
    }

    public static IReadOnlyList<UnreadableRecord> Read(ReadOnlySpan<byte> bytes)
    {
        List<UnreadableRecord> records = [];
        while (!bytes.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]);
            records.Add(new UnreadableRecord(
                PackedPlace.Read(BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
                new RecordId(new Guid(bytes.Slice(8, 16), bigEndian: true)),
                Encoding.UTF8.GetString(bytes.Slice(Fixed, length))));
            bytes = bytes[(Fixed + length)..];
        }

        return records;
    }
}
