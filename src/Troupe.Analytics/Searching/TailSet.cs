namespace Troupe.Analytics;

/// <summary>A few tails of ids that millions are compared with: most of those are told apart by one bit.</summary>
internal sealed class TailSet
{
    private const int Bits = 1 << 16;
    private readonly ulong[] _bits = new ulong[Bits / 64];
    private readonly HashSet<ulong> _tails;

    public TailSet(IEnumerable<ulong> tails)
    {
        _tails = [.. tails];
        foreach (var tail in _tails)
        {
            _bits[(tail & (Bits - 1)) >> 6] |= 1UL << (int)(tail & 63);
        }
    }

    public bool Contains(ulong tail) => (_bits[(tail & (Bits - 1)) >> 6] & (1UL << (int)(tail & 63))) != 0 && _tails.Contains(tail);
}
