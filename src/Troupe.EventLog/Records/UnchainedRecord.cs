using System.Buffers;
using System.Globalization;
using System.Text;

namespace Troupe.EventLog;

/// <summary>An encoded record that waits for its place in the chain.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Head">Its bytes up to the chain member.</param>
/// <param name="Key">Where in them the dedup key is, as escaped in the record.</param>
/// <param name="BodyMember">Where in them the member <c>,"body":"…"</c> is.</param>
/// <param name="IdWasGiven">False: the id was made for this record, so no other can have it.</param>
internal sealed record UnchainedRecord(RecordId Id, ReadOnlyMemory<byte> Head, Range? Key, Range? BodyMember, bool IdWasGiven)
{
    /// <summary>Whether the log may hold it already.</summary>
    public bool CanRepeat => IdWasGiven || Key is not null;

    public ReadOnlySpan<byte> EscapedKey => Key is { } key ? Head.Span[key] : default;

    /// <summary>Writes the whole line and gives the chain value for the record after it.</summary>
    public byte[] WriteLine(ReadOnlySpan<byte> chain, ArrayBufferWriter<byte> into)
    {
        var start = into.WrittenCount;
        into.Write(Head.Span);
        into.Write(RecordFormat.ChainMember);
        into.Write(chain);
        into.Write("\""u8);
        var checksum = Crc32C.Of(into.WrittenSpan[start..]);
        into.Write(RecordFormat.ChecksumMember);
        into.Write(Encoding.ASCII.GetBytes(checksum.ToString("x8", CultureInfo.InvariantCulture)));
        into.Write(RecordFormat.Closing);
        var next = ChainLink.After(into.WrittenSpan[start..], BodyMember);
        into.Write("\n"u8);
        return next;
    }
}
