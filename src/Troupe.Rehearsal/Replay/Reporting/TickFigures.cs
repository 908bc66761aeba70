namespace Troupe.Rehearsal.Replay;

/// <summary>Ticks per case.</summary>
/// <param name="P95">The smallest number that 95 % of the cases do not exceed.</param>
public sealed record TickFigures(int Median, int P95, int Max)
{
    internal static TickFigures Of(IEnumerable<int> ticks)
    {
        var sorted = ticks.Order().ToList();
        return sorted.Count == 0
            ? new TickFigures(0, 0, 0)
            : new TickFigures(sorted[(sorted.Count - 1) / 2], sorted[(sorted.Count * 95 + 99) / 100 - 1], sorted[^1]);
    }
}
