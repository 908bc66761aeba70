namespace Troupe.Rehearsal.Simulation;

/// <summary>The middle and the ends of many whole numbers; percentiles by nearest rank.</summary>
public sealed record Spread(int Median, int P95, int Max)
{
    public static Spread Of(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0
            ? new Spread(0, 0, 0)
            : new Spread(At(sorted, 0.5), At(sorted, 0.95), sorted[^1]);
    }

    private static int At(List<int> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
