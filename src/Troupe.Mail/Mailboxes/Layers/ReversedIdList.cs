using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The ids of a stretch of messages, sorted by their reversed digits.</summary>
internal sealed class ReversedIdList
{
    private readonly UInt128[] _keys;
    private readonly uint[] _numbers;

    /// <param name="ids">In the order of the messages.</param>
    /// <param name="first">The number of the first of them.</param>
    public ReversedIdList(IEnumerable<RecordId> ids, uint first)
    {
        _keys = [.. ids.Select(ReversedId.Of)];
        _numbers = [.. Enumerable.Range(0, _keys.Length).Select(index => first + (uint)index)];
        Array.Sort(_keys, _numbers);
    }

    public ReadOnlySpan<UInt128> Keys => _keys;

    public ReadOnlySpan<uint> Numbers => _numbers;

    public IEnumerable<uint> Between(UInt128 first, UInt128 last)
    {
        for (var index = LowerBound(first); index < _keys.Length && _keys[index] <= last; index++)
        {
            yield return _numbers[index];
        }
    }

    public int SharedEnd(UInt128 reversed)
    {
        var at = LowerBound(reversed);
        var after = at;
        while (after < _keys.Length && _keys[after] == reversed)
        {
            after++;
        }

        return Math.Max(
            at > 0 ? ReversedId.SharedEnd(_keys[at - 1], reversed) : 0,
            after < _keys.Length ? ReversedId.SharedEnd(_keys[after], reversed) : 0);
    }

    private int LowerBound(UInt128 key)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _keys[middle] < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
