namespace Troupe.Core;

/// <summary>"Did you mean": the known name that a mistyped one most likely stands for.</summary>
public static class Suggestion
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The known name nearest to <paramref name="given"/>, by the number of letters to insert, remove, change or swap;
    /// null where nothing is near enough to be worth saying. Letter case does not count. Of equally near names the
    /// first in ordinal order is taken, so that the answer never depends on the order of <paramref name="known"/>.
    /// </summary>
    public static string? Closest(string given, IEnumerable<string> known)
    {
        if (given.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string? closest = null;
        var least = int.MaxValue;
        foreach (var candidate in known)
        {
            if (candidate.Length is 0 or > LongestCompared)
            {
                continue;
            }

            var distance = Distance(given, candidate);
            if (distance > Tolerance(given, candidate) && !Abbreviates(given, candidate))
            {
                continue;
            }

            if (distance < least || (distance == least && string.CompareOrdinal(candidate, closest) < 0))
            {
                (closest, least) = (candidate, distance);
            }
        }

        return closest;
    }

    /// <summary>The end of a sentence that named <paramref name="given"/>: <c>, did you mean 'x'?</c>, or a full stop.</summary>
    public static string Hint(string given, IEnumerable<string> known) =>
        Closest(given, known) is { } closest ? $", did you mean '{closest}'?" : ".";

    private static int Tolerance(string given, string candidate) => Math.Max(1, Math.Max(given.Length, candidate.Length) / 3);

    private static bool Abbreviates(string given, string candidate) =>
        given.Length >= 3 && candidate.StartsWith(given, StringComparison.OrdinalIgnoreCase);

    private static int Distance(string given, string candidate)
    {
        // Optimal string alignment: three rows, because a swap looks two rows back.
        Span<int> older = stackalloc int[candidate.Length + 1];
        Span<int> previous = stackalloc int[candidate.Length + 1];
        Span<int> current = stackalloc int[candidate.Length + 1];
        for (var j = 0; j <= candidate.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= given.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= candidate.Length; j++)
            {
                var change = Same(given[i - 1], candidate[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + change);
                if (i > 1 && j > 1 && Same(given[i - 1], candidate[j - 2]) && Same(given[i - 2], candidate[j - 1]))
                {
                    current[j] = Math.Min(current[j], older[j - 2] + 1);
                }
            }

            var spare = older;
            older = previous;
            previous = current;
            current = spare;
        }

        return previous[candidate.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
