using System.Numerics;
using System.Runtime.InteropServices;

namespace Troupe.EventLog;

/// <summary>CRC-32C (Castagnoli), as in iSCSI; one instruction per eight bytes where the processor has it.</summary>
public static class Crc32C
{
    /// <summary>What <see cref="Continue"/> begins with.</summary>
    public const uint Start = uint.MaxValue;

    public static uint Of(ReadOnlySpan<byte> bytes) => Finish(Continue(Start, bytes));

    public static uint Finish(uint crc) => ~crc;

    /// <summary>Takes in more bytes.</summary>
    public static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var b in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }
}
