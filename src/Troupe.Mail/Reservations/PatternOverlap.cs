namespace Troupe.Mail;

/// <summary>
/// Whether two patterns have a path in common: a walk over both at once, in which each star may take what the other side has next.
/// Exact, and never more steps than the product of the lengths.
/// </summary>
internal static class PatternOverlap
{
    private delegate bool Meets<in T>(T one, T other);

    public static bool Of(PathPattern one, PathPattern other) =>
        Walk([.. one.Names, PathPattern.AnyFolders], [.. other.Names, PathPattern.AnyFolders], name => name == PathPattern.AnyFolders, NamesMeet);

    public static bool Covers(PathPattern pattern, IReadOnlyList<string> path) =>
        Walk([.. pattern.Names, PathPattern.AnyFolders], path, name => name == PathPattern.AnyFolders, (name, literal) => NameFits(name, literal));

    private static bool NamesMeet(string one, string other) => Walk(
        one.ToCharArray(), other.ToCharArray(), letter => letter == '*', (a, b) => a == '?' || b == '?' || a == b);

    // A name of a path is itself: a '*' in it is no star.
    private static bool NameFits(string name, string literal) => Walk(
        [.. name.Select(letter => (letter, true))],
        [.. literal.Select(letter => (letter, false))],
        one => one is ('*', true),
        (a, b) => a is ('?', true) || a.letter == b.letter);

    /// <summary>Whether two rows, in which a star stands for any number of elements, have a row in common.</summary>
    private static bool Walk<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Predicate<T> isStar, Meets<T> meets)
    {
        // reached[j]: the first i elements of one and the first j of the other can be the same row.
        var reached = new bool[other.Count + 1];
        for (var i = 0; i <= one.Count; i++)
        {
            var before = reached;
            reached = new bool[other.Count + 1];
            for (var j = 0; j <= other.Count; j++)
            {
                reached[j] = (i == 0 && j == 0)
                    || (i > 0 && before[j] && isStar(one[i - 1]))
                    || (j > 0 && reached[j - 1] && isStar(other[j - 1]))
                    || (i > 0 && j > 0 && Step(before, reached, one[i - 1], other[j - 1], j, isStar, meets));
            }
        }

        return reached[other.Count];
    }

    private static bool Step<T>(bool[] before, bool[] here, T one, T other, int j, Predicate<T> isStar, Meets<T> meets) =>
        isStar(one) ? here[j - 1]
        : isStar(other) ? before[j]
        : before[j - 1] && meets(one, other);
}
