using System.Buffers;
using System.Globalization;

namespace Troupe.Analytics;

/// <summary>
/// The words of a search. Two characters are the same when their simple upper-case forms are
/// (<see cref="StringComparison.OrdinalIgnoreCase"/>).
/// </summary>
internal sealed class SearchTerms
{
    private readonly SearchValues<string>[] _terms;
    private readonly string?[] _days;
    private readonly SearchValues<string>? _longestRun;

    public SearchTerms(IReadOnlyList<string> terms)
    {
        _terms = [.. terms.Select(term => SearchValues.Create([term], StringComparison.OrdinalIgnoreCase))];
        _days = [.. terms.Select(term => IsDay(term) ? term : null)];
        var run = terms.SelectMany(PlainRuns).MaxBy(text => text.Length);
        _longestRun = run is null or "" ? null : SearchValues.Create([run], StringComparison.OrdinalIgnoreCase);
    }

    public bool IsEmpty => _terms.Length == 0;

    /// <summary>One bit for each term that has not been found.</summary>
    public uint All => (uint)((1UL << _terms.Length) - 1);

    /// <summary>Whether it is worth looking at a record closely: the terms may be in it.</summary>
    /// <param name="line">All of the record, escaped as it stands.</param>
    public bool MayOccur(ReadOnlySpan<char> line) =>
        _longestRun is null || line.ContainsAny(_longestRun) || HasUnusualEscape(line);

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

    /// <summary>Whether a letter may be written as <c>\uXXXX</c>, or a slash as <c>\/</c>: our own writer never does that, another one may.</summary>
    private static bool HasUnusualEscape(ReadOnlySpan<char> line)
    {
        int escape;
        while ((escape = line.IndexOf('\\')) >= 0 && escape + 1 < line.Length)
        {
            if (line[escape + 1] is 'u' or '/')
            {
                return true;
            }

            line = line[(escape + 2)..];
        }

        return false;
    }

    private static bool IsDay(string term) =>
        DateTime.TryParseExact(term, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The parts of a term that stand in a record as they are.</summary>
    private static IEnumerable<string> PlainRuns(string term) => term.Split(
        [.. term.Where(c => c is '"' or '\\' or < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029').Distinct()]);
}
