using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Troupe.EventLog;

/// <summary>Checksums in hex: exactly eight digits, lower case, so that one value has one form.</summary>
internal static class HexDigits
{
    public static bool TryRead(ReadOnlySpan<byte> digits, out uint value)
    {
        value = 0;
        return digits.Length == sizeof(ulong) && TryRead(BinaryPrimitives.ReadUInt64LittleEndian(digits), out value);
    }

    public static void Write(ReadOnlySpan<byte> bytes, Span<byte> digits)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = "0123456789abcdef"u8[bytes[i] >> 4];
            digits[(2 * i) + 1] = "0123456789abcdef"u8[bytes[i] & 15];
        }
    }

    /// <summary>The eight digits of a number, the first in the lowest byte: as they are read from a text as one little-endian word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(uint value)
    {
        ulong digits = BinaryPrimitives.ReverseEndianness(value);
        digits = (digits | (digits << 16)) & 0x0000ffff0000ffff;
        digits = (digits | (digits << 8)) & 0x00ff00ff00ff00ff;
        digits = ((digits >> 4) & 0x000f000f000f000f) | ((digits & 0x000f000f000f000f) << 8);
        var areLetters = ((digits + 0x0606060606060606) >> 4) & 0x0101010101010101;
        return digits + 0x3030303030303030 + (areLetters * ('a' - '0' - 10));
    }

    /// <summary>Reads what <see cref="Word"/> makes; false for everything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ulong word, out uint value)
    {
        var digits = (word & 0x0f0f0f0f0f0f0f0f) + (((word >> 6) & 0x0101010101010101) * 9);
        digits = ((digits << 4) | (digits >> 8)) & 0x00ff00ff00ff00ff;
        digits = (digits | (digits >> 8)) & 0x0000ffff0000ffff;
        value = BinaryPrimitives.ReverseEndianness((uint)(digits | (digits >> 16)));
        return Word(value) == word;
    }
}
