using System.Buffers.Binary;
using System.Buffers.Text;

namespace Troupe.EventLog;

/// <summary>Reads ids from the bytes of records: the usual form, in lower case, word by word; every other form like the system does.</summary>
internal static class IdText
{
    /// <param name="text">36 bytes.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out RecordId id)
    {
        if (TryRead(text, out var high, out var tail))
        {
            id = Of(high, tail);
            return true;
        }

        var isId = Utf8Parser.TryParse(text, out Guid value, out _, 'D');
        id = new RecordId(value);
        return isId;
    }

    /// <param name="high">The first eight bytes of the id, as a number.</param>
    /// <param name="tail">The last eight.</param>
    public static RecordId Of(ulong high, ulong tail) => new(new Guid(
        (uint)(high >> 32), (ushort)(high >> 16), (ushort)high,
        (byte)(tail >> 56), (byte)(tail >> 48), (byte)(tail >> 40), (byte)(tail >> 32), (byte)(tail >> 24), (byte)(tail >> 16), (byte)(tail >> 8), (byte)tail));

    /// <returns>False: it is not written in lower case, or is no id.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out ulong high, out ulong tail)
    {
        (high, tail) = (0, 0);
        if (text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-'
            || !HexDigits.TryRead(Word(text, 0, 4), out var first) || !HexDigits.TryRead(Word(text, 9, 14), out var second)
            || !HexDigits.TryRead(Word(text, 19, 24), out var third) || !HexDigits.TryRead(Word(text, 28, 32), out var fourth))
        {
            return false;
        }

        (high, tail) = (((ulong)first << 32) | second, ((ulong)third << 32) | fourth);
        return true;
    }

    /// <summary>Four digits and four more as one word.</summary>
    private static ulong Word(ReadOnlySpan<byte> text, int one, int other) =>
        BinaryPrimitives.ReadUInt32LittleEndian(text[one..]) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[other..]) << 32);
}
