using System.Globalization;
using System.Text;

namespace Troupe.EventLog;

/// <summary>What a redaction leaves of a record: a line of the same length, with an asterisk for every byte of the body.</summary>
internal static class BlottedLine
{
    private const byte Blot = (byte)'*';

    /// <param name="record">One that has a body.</param>
    public static byte[] Of(LogRecord record)
    {
        var line = record.Json.ToArray();
        line.AsSpan()[record.BodyText!.Value].Fill(Blot);
        var checksum = Crc32C.Of(line.AsSpan()[..^RecordFormat.TrailerLength]);
        Encoding.ASCII.GetBytes(checksum.ToString("x8", CultureInfo.InvariantCulture))
            .CopyTo(line, line.Length - RecordFormat.TrailerLength + RecordFormat.ChecksumMember.Length);
        return line;
    }

    /// <summary>Whether the body of a record is what a redaction leaves.</summary>
    public static bool IsBlotted(LogRecord record) => record.BodyText is { } body && IsBlot(record.Json.Span[body]);

    /// <summary>Whether an escaped body is nothing but what a redaction leaves.</summary>
    public static bool IsBlot(ReadOnlySpan<byte> body) => !body.IsEmpty && !body.ContainsAnyExcept(Blot);
}
