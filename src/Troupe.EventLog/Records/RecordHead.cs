using System.Buffers.Binary;

namespace Troupe.EventLog;

/// <summary>
/// What stands before a record's payload, and that a chain and a checksum end it: the part of <see cref="RecordLayout"/> that costs
/// nothing, for sweeps that ask most records for no more.
/// </summary>
/// <param name="IdHigh">The first half of the id.</param>
/// <param name="IdTail">The other half: its random end.</param>
/// <param name="KindEnd">Where the kind ends; it begins at <see cref="Kind"/>.</param>
/// <param name="End">Where the payload begins, or what comes instead.</param>
internal readonly record struct RecordHead(ulong IdHigh, ulong IdTail, int KindEnd, int End)
{
    public const int Id = 13;
    public const int Timestamp = Id + RecordFormat.IdLength + 8;
    public const int Kind = Timestamp + RecordFormat.TimestampLength + 10;

    private static ReadOnlySpan<byte> Opening => "{\"v\":1,\"id\":\""u8;

    /// <returns>Whether the line is a valid record of version 1.</returns>
    public static bool TryReadValid(ReadOnlySpan<byte> line, out RecordHead head) =>
        TryRead(line, out head) ? RecordCheck.HasRightChecksum(line) : TryReadUnusual(line, out head);

    /// <returns>
    /// True only if the checksum's being right makes it a record of version 1, of which <see cref="RecordLayout.TryRead"/> says the same.
    /// False says nothing: there are records with ids and times in other forms.
    /// </returns>
    private static bool TryRead(ReadOnlySpan<byte> line, out RecordHead head)
    {
        head = default;
        var chain = line.Length - RecordFormat.TrailerLength - RecordFormat.ChainMemberLength;
        if (chain <= Kind || !line.StartsWith(Opening) || !IdText.TryRead(line.Slice(Id, RecordFormat.IdLength), out var high, out var tail)
            || !line[(Timestamp - 8)..].StartsWith(RecordFormat.TimestampMember)
            || line.Slice(Timestamp, RecordFormat.TimestampLength).Contains((byte)'"')
            || !line[(Kind - 10)..].StartsWith(RecordFormat.KindMember)
            || !line[chain..].StartsWith(RecordFormat.ChainMember))
        {
            return false;
        }

        var cursor = new LineCursor(line[..chain]) { At = Kind };
        if (!cursor.TakeText(out var kind) || !cursor.Skip(RecordFormat.ActorMember) || !cursor.TakeText(out _) || !cursor.Skip("\""u8)
            || (cursor.Skip(RecordFormat.KeyMember) && (!cursor.TakeText(out _) || !cursor.Skip("\""u8)))
            || line[cursor.At] != ',')
        {
            return false;
        }

        head = new RecordHead(high, tail, kind.End.Value, cursor.At);
        return true;
    }

    private static bool TryReadUnusual(ReadOnlySpan<byte> line, out RecordHead head)
    {
        head = default;
        if (RecordCheck.Of(line) != RecordVerdict.Valid || !RecordLayout.TryRead(line, out var layout)
            || !IdText.TryParse(line.Slice(Id, RecordFormat.IdLength), out var id))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        head = new RecordHead(
            BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            layout.Kind.End.Value, layout.Payload.Start.Value);
        return true;
    }
}
