using System.Buffers.Binary;
using System.Globalization;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// An id read backwards, digit by digit, as a number: ids that end alike then stand together when they are sorted, and are
/// spread evenly, because ids end in random digits.
/// </summary>
internal static class ReversedId
{
    public const int Digits = 32;

    public static UInt128 Of(RecordId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        Turn(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>The id that was read backwards.</summary>
    public static RecordId Back(UInt128 reversed)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, reversed);
        Turn(bytes);
        return new RecordId(new Guid(bytes, bigEndian: true));
    }

    /// <summary>How many of their last digits two ids share.</summary>
    public static int SharedEnd(UInt128 one, UInt128 other) => (int)UInt128.LeadingZeroCount(one ^ other) / 4;

    /// <summary>The first number, and the last, of all ids that end in some hex digits.</summary>
    public static (UInt128 First, UInt128 Last) Ending(string digits)
    {
        var number = UInt128.Zero;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            number = (number << 4) | (uint)int.Parse(digits.AsSpan(i, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        var open = 4 * (Digits - digits.Length);
        var first = number << open;
        return (first, open == 0 ? first : first | ((UInt128.One << open) - 1));
    }

    private static void Turn(Span<byte> bytes)
    {
        bytes.Reverse();
        foreach (ref var pair in bytes)
        {
            pair = (byte)((pair << 4) | (pair >> 4));
        }
    }
}
