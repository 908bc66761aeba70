using System.Buffers.Text;

namespace Troupe.EventLog;

/// <summary>Decodes the raw values of a record's members. Another form than the one asked for is a <see cref="FormatException"/>.</summary>
public static class RecordValue
{
    public static string Text(ReadOnlySpan<byte> value) => value is [(byte)'"', .., (byte)'"'] && value.Length > 1
        ? JsonText.Decode(value[1..^1])
        : throw new FormatException("a text is expected");

    public static RecordId Id(ReadOnlySpan<byte> value) =>
        value is [(byte)'"', .. var digits, (byte)'"'] && Utf8Parser.TryParse(digits, out Guid id, out var read, 'D') && read == digits.Length
            ? new RecordId(id)
            : throw new FormatException("a record id is expected");

    public static long Number(ReadOnlySpan<byte> value) => Utf8Parser.TryParse(value, out long number, out var read) && read == value.Length
        ? number
        : throw new FormatException("a whole number is expected");

    public static bool Flag(ReadOnlySpan<byte> value) =>
        value.SequenceEqual("true"u8) || (value.SequenceEqual("false"u8) ? false : throw new FormatException("true or false is expected"));
}
