using System.Globalization;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>The shortest ends of a few ids that stand for one message only, among millions.</summary>
internal sealed class ShortForms
{
    private const int EndBits = 4 * RecordId.ShortestSuffix;
    private const ulong EndMask = (1UL << EndBits) - 1;
    private readonly ILookup<ulong, ulong> _alike;

    /// <param name="wanted">The tails of the ids that are to be shown.</param>
    public ShortForms(IEnumerable<ulong> wanted, LogFinds all) => _alike = all
        .MessagesLike(new TailSet(wanted.Select(tail => tail & EndMask)), EndMask)
        .ToLookup(tail => tail & EndMask);

    public string Of(RecordId id)
    {
        var tail = IdTail.Of(id);
        var text = tail.ToString("x16", CultureInfo.InvariantCulture);
        var length = _alike[tail & EndMask].Where(other => other != tail)
            .Select(other => Shared(text, other.ToString("x16", CultureInfo.InvariantCulture)) + 1)
            .DefaultIfEmpty(RecordId.ShortestSuffix)
            .Max();
        return id.Suffix(length);
    }

    private static int Shared(string one, string other)
    {
        var length = 0;
        while (length < one.Length && one[^(length + 1)] == other[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
