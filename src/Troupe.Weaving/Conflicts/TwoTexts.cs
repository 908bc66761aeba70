namespace Troupe.Weaving;

/// <summary>Two texts and the places where they differ. Places that only a few lines part are one, as in git's own conflicts. Pure.</summary>
internal sealed class TwoTexts
{
    private const int Near = 3;

    public TwoTexts(string[] before, string[] after)
    {
        (Before, After) = (before, after);
        var numbers = new LineNumbers();
        Differences = Joined(LineDiff.Of(numbers.Of(before), numbers.Of(after)));
    }

    public string[] Before { get; }

    public string[] After { get; }

    /// <summary>In ascending order.</summary>
    public IReadOnlyList<LineChange> Differences { get; }

    /// <summary>Whether most lines of the longer one are in the other too.</summary>
    public bool AreAlike
    {
        get
        {
            var common = Before.Length - Differences.Sum(change => change.To - change.From);
            return common * 2 > Math.Max(Before.Length, After.Length);
        }
    }

    private static List<LineChange> Joined(IReadOnlyList<LineChange> changes)
    {
        List<LineChange> joined = [];
        foreach (var change in changes)
        {
            if (joined.Count > 0 && change.From - joined[^1].To <= Near)
            {
                joined[^1] = joined[^1] with { To = change.To, NewTo = change.NewTo };
            }
            else
            {
                joined.Add(change);
            }
        }

        return joined;
    }
}
