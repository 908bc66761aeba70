using System.Buffers;
using System.Globalization;
using System.Text;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>
/// The words of a search. Two characters are the same when their simple upper-case forms are
/// (<see cref="StringComparison.OrdinalIgnoreCase"/>).
/// </summary>
internal sealed class SearchTerms
{
    private readonly SearchValues<string>[] _terms;
    private readonly TextScan?[] _scans;
    private readonly string?[] _days;
    private readonly TextScan? _longest;
    private readonly byte[]? _longestDay;

    public SearchTerms(IReadOnlyList<string> terms)
    {
        _terms = [.. terms.Select(term => SearchValues.Create([term], StringComparison.OrdinalIgnoreCase))];
        _scans = [.. terms.Select(TextScan.For)];
        _days = [.. terms.Select(term => IsDay(term) ? term : null)];
        for (var i = 0; i < terms.Count; i++)
        {
            // A day stands in few texts, but it may also be that of sending.
            if (_scans[i] is { } scan && (_longest is null || (_days[i] is null, scan.Length).CompareTo((_longestDay is null, _longest.Length)) > 0))
            {
                (_longest, _longestDay) = (scan, _days[i] is { } day ? Encoding.ASCII.GetBytes(day) : null);
            }
        }
    }

    public bool IsEmpty => _terms.Length == 0;

    /// <summary>One bit for each term that has not been found.</summary>
    public uint All => (uint)((1UL << _terms.Length) - 1);

    /// <summary>Whether it is worth looking at a record closely: the terms may be in it.</summary>
    public bool MayOccur(in SweptRecord record) =>
        _longest is null
        || _longest.IndexIn(record.ContentUtf8) >= 0
        || (_longestDay is not null && record.TimestampUtf8.StartsWith(_longestDay))
        || UnusualEscape.IsIn(record.ContentUtf8);

    /// <summary>What is still to be found after this text, which is escaped as it stands in a record.</summary>
    /// <exception cref="FormatException">It is not the inside of a JSON string.</exception>
    public uint Without(uint open, ReadOnlySpan<byte> escaped, TextBuffer buffer)
    {
        if (escaped.Contains((byte)'\\'))
        {
            return Without(open, buffer.Unescape(escaped));
        }

        for (var i = 0; i < _terms.Length; i++)
        {
            if ((open & (1u << i)) != 0
                && (_scans[i] is { IsExact: true } scan ? scan.IndexIn(escaped) >= 0 : buffer.Characters(escaped).ContainsAny(_terms[i])))
            {
                open &= ~(1u << i);
            }
        }

        return open;
    }

    /// <summary>What is still to be found after this text.</summary>
    public uint Without(uint open, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < _terms.Length; i++)
        {
            if ((open & (1u << i)) != 0 && text.ContainsAny(_terms[i]))
            {
                open &= ~(1u << i);
            }
        }

        return open;
    }

    /// <param name="moment">Such as <c>2026-01-11T09:06:00.000Z</c>.</param>
    public uint WithoutDay(uint open, ReadOnlySpan<char> moment)
    {
        for (var i = 0; i < _days.Length; i++)
        {
            if (_days[i] is { } day && moment.StartsWith(day, StringComparison.Ordinal))
            {
                open &= ~(1u << i);
            }
        }

        return open;
    }

    /// <summary>Where in a text the first of the terms is; -1: nowhere.</summary>
    public int FirstIn(ReadOnlySpan<char> text)
    {
        var first = -1;
        foreach (var term in _terms)
        {
            var at = text.IndexOfAny(term);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }

        return first;
    }

    private static bool IsDay(string term) =>
        DateTime.TryParseExact(term, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
