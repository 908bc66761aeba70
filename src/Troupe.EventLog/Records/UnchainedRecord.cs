using System.Buffers;
using System.Buffers.Binary;

namespace Troupe.EventLog;

/// <summary>
/// An encoded record that waits for its place in the chain. What its head adds to the checksum and to the chain is worked out
/// when it is made, so that under the log's lock only the last bytes are.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Head">Its bytes up to the chain member.</param>
/// <param name="Key">Where in them the dedup key is, as escaped in the record.</param>
/// <param name="BodyMember">Where in them the member <c>,"body":"…"</c> is.</param>
/// <param name="IdMayBeKnown">False: the id was made for this record, so no other can have it.</param>
internal sealed record UnchainedRecord(RecordId Id, ReadOnlyMemory<byte> Head, Range? Key, Range? BodyMember, bool IdMayBeKnown)
{
    private readonly uint _checksumOfHead = Crc32C.Continue(Crc32C.Start, Head.Span);
    private readonly Sha256Hasher _digestOfHead = ChainLink.Begin(Head.Span, BodyMember);

    /// <summary>Whether the log may hold it already.</summary>
    public bool CanRepeat => IdMayBeKnown || Key is not null;

    public ReadOnlySpan<byte> EscapedKey => Key is { } key ? Head.Span[key] : default;

    /// <summary>How long the line is, with its newline.</summary>
    public int LineLength => Head.Length + RecordFormat.ChainMemberLength + RecordFormat.TrailerLength + 1;

    /// <summary>Writes the whole line and gives the chain value for the record after it.</summary>
    public byte[] WriteLine(ReadOnlySpan<byte> chain, ArrayBufferWriter<byte> into)
    {
        into.Write(Head.Span);
        var start = into.WrittenCount;
        into.Write(RecordFormat.ChainMember);
        into.Write(chain);
        into.Write("\""u8);
        var member = into.WrittenSpan[start..];
        var digest = new Sha256Hasher(_digestOfHead);
        digest.Append(member);
        var checksum = Crc32C.Finish(Crc32C.Continue(_checksumOfHead, member));
        into.Write(RecordFormat.ChecksumMember);
        WriteChecksum(checksum, into);
        into.Write(RecordFormat.Closing);
        into.Write("\n"u8);
        return ChainLink.End(digest);
    }

    private static void WriteChecksum(uint checksum, ArrayBufferWriter<byte> into)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        Span<byte> digits = stackalloc byte[2 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, checksum);
        HexDigits.Write(bytes, digits);
        into.Write(digits);
    }
}
