using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Troupe.EventLog;

/// <summary>CRC-32C (Castagnoli), as in iSCSI; one instruction per eight bytes where the processor has it.</summary>
public static class Crc32C
{
    /// <summary>What <see cref="Continue"/> begins with.</summary>
    public const uint Start = uint.MaxValue;

    /// <summary>
    /// The instruction takes three cycles, but another can begin in each: three parts of this many words are taken in at once,
    /// as if each were alone, and put together by a multiplication.
    /// </summary>
    private const int PartWords = 16;

    /// <summary>x^(64 n - 33) mod P, bits reversed: moves a checksum over the zeros of two parts (n = 32 words) and of one.</summary>
    private const ulong OverTwoParts = 0xb9e02b86;
    private const ulong OverOnePart = 0x0d3b6092;

    public static uint Of(ReadOnlySpan<byte> bytes) => Finish(Continue(Start, bytes));

    public static uint Finish(uint crc) => ~crc;

    /// <summary>Takes in more bytes.</summary>
    public static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var rest = bytes[(words.Length * sizeof(ulong))..];
        if (Pclmulqdq.IsSupported && Sse42.X64.IsSupported)
        {
            for (; words.Length >= 3 * PartWords; words = words[(3 * PartWords)..])
            {
                crc = ContinueParts(crc, words);
            }
        }

        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var b in rest)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }

    private static uint ContinueParts(uint crc, ReadOnlySpan<ulong> words)
    {
        var one = words[..PartWords];
        var two = words.Slice(PartWords, PartWords);
        var three = words.Slice(2 * PartWords, PartWords);
        var (first, second, third) = ((ulong)crc, 0UL, 0UL);
        for (var i = 0; i < PartWords - 1; i++)
        {
            first = Sse42.X64.Crc32(first, one[i]);
            second = Sse42.X64.Crc32(second, two[i]);
            third = Sse42.X64.Crc32(third, three[i]);
        }

        first = Sse42.X64.Crc32(first, one[^1]);
        second = Sse42.X64.Crc32(second, two[^1]);

        // The last word's instruction also reduces the products that are added to it.
        return (uint)Sse42.X64.Crc32(third, three[^1] ^ Product(first, OverTwoParts) ^ Product(second, OverOnePart));
    }

    private static ulong Product(ulong crc, ulong factor) => Pclmulqdq
        .CarrylessMultiply(Vector128.CreateScalar(crc), Vector128.CreateScalar(factor), 0)
        .ToScalar();
}
