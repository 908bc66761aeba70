using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Troupe.Analytics;

/// <summary>
/// Looks for a text in the raw bytes of records, whatever the case: up to 32 places at once are compared at the two rarest bytes of the text, and
/// the few where those fit are looked at closely.
/// </summary>
internal sealed class TextScan
{
    /// <summary>Bytes of a record, the most frequent first: checksums and ids are in every one, then there is text.</summary>
    private const string FrequentFirst = "0123456789abcdef \":,-tionsrlhumpgywvkxj_.zq";

    private readonly byte[][] _bytes;
    private readonly Anchor _first;
    private readonly Anchor _second;

    private TextScan(byte[][] bytes, bool isExact, Anchor first, Anchor second) =>
        (_bytes, IsExact, _first, _second) = (bytes, isExact, first, second);

    /// <summary>Whether what is found is the whole text that was given, and not just something like the longest part of it.</summary>
    public bool IsExact { get; }

    public int Length => _bytes.Length;

    /// <summary>A scan for the longest part of a text that has the same length in all cases; null: there is none.</summary>
    public static TextScan? For(string text)
    {
        List<byte[]> best = [], run = [];
        var isExact = true;
        foreach (var rune in text.EnumerateRunes())
        {
            var forms = CharacterForms.Of(rune, out var isRuneExact);
            isExact &= forms is not null && isRuneExact;
            run = forms is null ? [] : [.. run, .. forms];
            best = run.Count > best.Count ? run : best;
        }

        var anchors = best.Select((values, at) => (values, at)).Where(place => place.values.Length <= 2)
            .OrderBy(place => place.values.Max(Frequency))
            .Select(place => new Anchor(place.at, place.values[0], place.values[^1]))
            .ToList();
        return anchors.Count == 0 ? null : new TextScan([.. best], isExact, anchors[0], anchors[Math.Min(1, anchors.Count - 1)]);
    }

    /// <returns>The first place where the text may be (where the scan is exact: is); -1: nowhere.</returns>
    public int IndexIn(ReadOnlySpan<byte> bytes)
    {
        var (starts, width) = (bytes.Length - Length + 1, Avx2.IsSupported ? Vector256<byte>.Count : Vector128<byte>.Count);
        var last = bytes.Length - Math.Max(_first.At, _second.At) - width;
        if (last < 0)
        {
            return IndexOneByOne(bytes, starts);
        }

        ref var start = ref MemoryMarshal.GetReference(bytes);
        for (var next = 0; next < starts; next += width)
        {
            // The last places are looked at together with some that were looked at before.
            var at = Math.Min(next, last);
            ref var here = ref Unsafe.Add(ref start, at);
            var fits = Avx2.IsSupported ? Fitting32(ref here) : Fitting16(ref here);
            if (fits != 0 && FirstOf(fits, bytes, at, starts) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;
    }

    /// <summary>One bit for each place where both rare bytes fit. A native program asks for AVX2 by name, since it may also run where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Fitting32(ref byte here)
    {
        var first = Vector256.LoadUnsafe(ref here, (nuint)_first.At);
        var second = Vector256.LoadUnsafe(ref here, (nuint)_second.At);
        return (uint)Avx2.MoveMask(Avx2.And(
            Avx2.Or(Avx2.CompareEqual(first, _first.One), Avx2.CompareEqual(first, _first.Other)),
            Avx2.Or(Avx2.CompareEqual(second, _second.One), Avx2.CompareEqual(second, _second.Other))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Fitting16(ref byte here)
    {
        var first = Vector128.LoadUnsafe(ref here, (nuint)_first.At);
        var second = Vector128.LoadUnsafe(ref here, (nuint)_second.At);
        return ((Vector128.Equals(first, _first.One.GetLower()) | Vector128.Equals(first, _first.Other.GetLower()))
            & (Vector128.Equals(second, _second.One.GetLower()) | Vector128.Equals(second, _second.Other.GetLower()))).ExtractMostSignificantBits();
    }

    private int FirstOf(uint places, ReadOnlySpan<byte> bytes, int from, int end)
    {
        for (; places != 0; places &= places - 1)
        {
            var at = from + BitOperations.TrailingZeroCount(places);
            if (at < end && IsAt(bytes, at))
            {
                return at;
            }
        }

        return -1;
    }

    private int IndexOneByOne(ReadOnlySpan<byte> bytes, int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (IsAt(bytes, at))
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsAt(ReadOnlySpan<byte> bytes, int at)
    {
        for (var i = 0; i < _bytes.Length; i++)
        {
            var values = _bytes[i];
            if (values[0] != bytes[at + i] && !values.AsSpan(1).Contains(bytes[at + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Frequency(byte value) =>
        FrequentFirst.IndexOf((char)value, StringComparison.Ordinal) is >= 0 and var place ? FrequentFirst.Length - place : 0;

    /// <summary>A byte of the text that has one of two values.</summary>
    private readonly struct Anchor(int at, byte one, byte other)
    {
        public int At { get; } = at;

        public Vector256<byte> One { get; } = Vector256.Create(one);

        public Vector256<byte> Other { get; } = Vector256.Create(other);
    }
}
