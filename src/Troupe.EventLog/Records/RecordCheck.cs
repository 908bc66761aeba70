using System.Buffers.Text;

namespace Troupe.EventLog;

/// <summary>Decides from the outer form and the checksum whether bytes are a record.</summary>
internal static class RecordCheck
{
    /// <param name="line">From the opening brace to the closing one.</param>
    public static RecordVerdict Of(ReadOnlySpan<byte> line)
    {
        if (!HasRightChecksum(line))
        {
            return RecordVerdict.Invalid;
        }

        if (line.StartsWith("{\"v\":1,"u8))
        {
            return RecordVerdict.Valid;
        }

        if (!Utf8Parser.TryParse(line[RecordFormat.Opening.Length..], out int version, out _))
        {
            return RecordVerdict.Invalid;
        }

        return version switch
        {
            RecordFormat.Version => RecordVerdict.Valid,
            > RecordFormat.Version => RecordVerdict.Newer,
            _ => RecordVerdict.Invalid,
        };
    }

    /// <summary>Whether bytes that may be a record of any version are what was written.</summary>
    public static bool HasRightChecksum(ReadOnlySpan<byte> line)
    {
        var covered = line.Length - RecordFormat.TrailerLength;
        if (covered <= RecordFormat.Opening.Length || line.Length >= RecordFormat.MaxLength || !line.StartsWith(RecordFormat.Opening))
        {
            return false;
        }

        var trailer = line[covered..];
        return trailer.StartsWith(RecordFormat.ChecksumMember)
            && trailer.EndsWith(RecordFormat.Closing)
            && HexDigits.TryRead(trailer.Slice(RecordFormat.ChecksumMember.Length, sizeof(ulong)), out var checksum)
            && checksum == Crc32C.Of(line[..covered]);
    }
}
