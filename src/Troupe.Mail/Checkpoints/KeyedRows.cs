using System.Buffers.Binary;

namespace Troupe.Mail;

/// <summary>
/// Rows of a 16-byte key and a number, sorted. Keys are reversed ids and so spread evenly: a search begins where the key would
/// stand if they were spread perfectly, and seldom reads more than three pages.
/// </summary>
internal sealed class KeyedRows(PageReader pages, long start, long length)
{
    private const int FirstStep = 64;

    private readonly long _count = length / CheckpointFormat.KeyedLength;

    public IEnumerable<uint> Between(UInt128 first, UInt128 last)
    {
        for (var index = LowerBound(first); index < _count && Key(index) <= last; index++)
        {
            yield return Number(index);
        }
    }

    public IEnumerable<(UInt128 Key, uint Number)> All()
    {
        for (var index = 0L; index < _count; index++)
        {
            yield return (Key(index), Number(index));
        }
    }

    /// <summary>How many first digits a key shares at most with another one.</summary>
    public int Shared(UInt128 key)
    {
        var at = LowerBound(key);
        var after = at < _count && Key(at) == key ? at + 1 : at;
        return Math.Max(
            at > 0 ? ReversedId.SharedEnd(Key(at - 1), key) : 0,
            after < _count ? ReversedId.SharedEnd(Key(after), key) : 0);
    }

    public static void Write(Span<byte> row, UInt128 key, uint number)
    {
        BinaryPrimitives.WriteUInt128BigEndian(row, key);
        BinaryPrimitives.WriteUInt32LittleEndian(row[16..], number);
    }

    private long LowerBound(UInt128 key)
    {
        var (low, high) = Bracket(key);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Key(middle) < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Two places between which the first row at or above a key is: widened from the guess until they are.</summary>
    private (long Low, long High) Bracket(UInt128 key)
    {
        var guess = (long)(((UInt128)(ulong)(key >> 64) * (ulong)_count) >> 64);
        var (low, high) = (guess, guess);
        for (var step = FirstStep; low > 0 && Key(low - 1) >= key; step *= 2)
        {
            (low, high) = (Math.Max(0, low - step), low);
        }

        for (var step = FirstStep; high < _count && Key(high) < key; step *= 2)
        {
            (low, high) = (high + 1, Math.Min(_count, high + step));
        }

        return (low, high);
    }

    private UInt128 Key(long index)
    {
        Span<byte> key = stackalloc byte[16];
        pages.Read(start + (index * CheckpointFormat.KeyedLength), key);
        return BinaryPrimitives.ReadUInt128BigEndian(key);
    }

    private uint Number(long index) => pages.ReadNumber(start + (index * CheckpointFormat.KeyedLength) + 16);
}
