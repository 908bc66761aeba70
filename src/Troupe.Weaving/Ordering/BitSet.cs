using System.Numerics;

namespace Troupe.Weaving;

/// <summary>A set of small numbers. Immutable from outside its methods that say otherwise.</summary>
internal readonly struct BitSet(int capacity)
{
    private const int Bits = 64;

    private readonly ulong[] _words = new ulong[(capacity + Bits - 1) / Bits];

    private BitSet(ulong[] words)
        : this(0) => _words = words;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public int Count => _words.Sum(BitOperations.PopCount);

    public bool this[int item] => (_words[item / Bits] & (1UL << (item % Bits))) != 0;

    /// <summary>Changes this set.</summary>
    public void Add(int item) => _words[item / Bits] |= 1UL << (item % Bits);

    /// <summary>Changes this set.</summary>
    public void Remove(int item) => _words[item / Bits] &= ~(1UL << (item % Bits));

    /// <summary>Changes this set.</summary>
    public void RemoveAll(BitSet others)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= ~others._words[i];
        }
    }

    public BitSet Copy() => new((ulong[])_words.Clone());

    public BitSet And(BitSet other)
    {
        var both = Copy();
        for (var i = 0; i < _words.Length; i++)
        {
            both._words[i] &= other._words[i];
        }

        return both;
    }

    public BitSet Or(BitSet other)
    {
        var either = Copy();
        for (var i = 0; i < _words.Length; i++)
        {
            either._words[i] |= other._words[i];
        }

        return either;
    }

    public bool IsSubsetOf(BitSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>In ascending order.</summary>
    public IEnumerable<int> Items()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
            {
                yield return (i * Bits) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
